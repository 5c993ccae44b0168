import type { ActsText } from "@/lib/i18n/acts/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { Tone } from "./search.ts";

const HANDS = ["✋", "✋🏻", "✋🏼", "✋🏽", "✋🏾", "✋🏿"];

export interface TonesProps {
  readonly t: ActsText["emoji"];
  readonly tone: Tone;
  readonly onChange: (tone: Tone) => void;
}

/** One's own skin tone, for every emoji that takes one. */
export function Tones({ t, tone, onChange }: TonesProps) {
  return (
    <fieldset class="emoji-tones">
      <legend class="sr-only">{t.tone}</legend>
      <span class="flex-1 text-12 text-muted" aria-hidden="true">{t.tone}</span>
      {HANDS.map((hand, index) => (
        <label
          key={hand}
          class={cx("emoji-tone", tone === index && "emoji-tone-mine")}
          title={t.tones[index]}
        >
          <input
            type="radio"
            name="emoji-tone"
            class="sr-only"
            checked={tone === index}
            aria-label={t.tones[index]}
            onChange={() => onChange(index as Tone)}
          />
          <span aria-hidden="true">{hand}</span>
        </label>
      ))}
    </fieldset>
  );
}
