import { Icon } from "@/components/Icon.tsx";
import { search as glass } from "@/components/chat_icons.ts";
import { history } from "@/components/icons.ts";
import { EmptyState } from "@/components/EmptyState.tsx";
import type { SearchText } from "@/lib/i18n/search/mod.ts";
import { cx } from "@/lib/ui/cx.ts";

/** Id of an option, for the field to say at which it is. */
export function optionId(index: number): string {
  return `finder-option-${index}`;
}

export interface RecentProps {
  readonly t: SearchText;
  readonly searches: readonly string[];
  readonly active: number;
  readonly onTake: (text: string) => void;
  readonly onForget: () => void;
}

/** What one looked for lately. */
export function Recent({ t, searches, active, onTake, onForget }: RecentProps) {
  return (
    <>
      <div class="flex items-center gap-2 px-2.5 pb-1">
        <h2 id="finder-recent" class="flex-1 text-12 font-550 text-muted">{t.recent}</h2>
        <button type="button" class="link text-12 coarse:min-h-11" onClick={onForget}>{t.forget}</button>
      </div>
      <div id="finder-options" role="listbox" aria-labelledby="finder-recent">
        {searches.map((text, index) => (
          <div
            key={text}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            class={cx(
              "flex items-center gap-3 px-2.5 min-h-10 coarse:min-h-11 rounded cursor-pointer",
              index === active ? "bg-accent-soft" : "hover:bg-surface-3",
            )}
            onClick={() => onTake(text)}
          >
            <Icon of={history} size={16} class="text-muted" />
            <span class="clip flex-1 text-14" dir="auto">{text}</span>
          </div>
        ))}
      </div>
    </>
  );
}

/** Before one has ever looked for anything. */
export function Hint({ t }: { t: SearchText }) {
  return <EmptyState icon={glass} title={t.hint.title} text={t.hint.text} />;
}
