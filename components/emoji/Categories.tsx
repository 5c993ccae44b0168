import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { clock3, smile } from "@/components/icons.ts";
import { flag } from "@/components/late_icons.ts";
import { cx } from "@/lib/ui/cx.ts";
import { apple, car, hand, leaf, lightbulb } from "./icons.ts";

const ICONS = [clock3, smile, hand, leaf, apple, car, lightbulb, flag];

export interface CategoriesProps {
  readonly grid: { readonly current: HTMLElement | null };
  /** In the order of the sections. */
  readonly labels: readonly string[];
  /** While one searches there are no sections. */
  readonly off: boolean;
}

/** Leads to the sections of the grid, and tells which of them is in view. */
export function Categories({ grid, labels, off }: CategoriesProps) {
  const here = useSignal(0);

  useEffect(() => {
    const element = grid.current!;
    const look = () => {
      const top = element.getBoundingClientRect().top + 24;
      const found = sectionsOf(element).findLastIndex((one) => one.getBoundingClientRect().top <= top);
      here.value = Math.max(0, found);
    };
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, []);

  return (
    <div class="emoji-tabs" role="toolbar" onKeyDown={move}>
      {labels.map((label, index) => (
        <button
          key={label}
          type="button"
          class={cx("emoji-tab", !off && here.value === index && "emoji-tab-here")}
          aria-label={label}
          title={label}
          aria-current={!off && here.value === index ? "true" : undefined}
          tabIndex={here.value === index ? 0 : -1}
          disabled={off}
          onClick={() => {
            const section = sectionsOf(grid.current!)[index];
            if (section) grid.current!.scrollTop = section.offsetTop - grid.current!.offsetTop;
            here.value = index;
          }}
        >
          <Icon of={ICONS[index]!} />
        </button>
      ))}
    </div>
  );
}

function sectionsOf(grid: HTMLElement): HTMLElement[] {
  return Array.from(grid.querySelectorAll<HTMLElement>("[role=rowgroup]"));
}

function move(event: KeyboardEvent): void {
  const bar = event.currentTarget as HTMLElement;
  const is_rtl = getComputedStyle(bar).direction === "rtl";
  const step = { ArrowRight: is_rtl ? -1 : 1, ArrowLeft: is_rtl ? 1 : -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const tabs = Array.from(bar.querySelectorAll("button"));
  const at = tabs.indexOf(event.target as HTMLButtonElement);
  tabs[(at + step + tabs.length) % tabs.length]?.focus();
}
