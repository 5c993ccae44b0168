import { cx } from "@/lib/ui/cx.ts";
import type { Strength } from "@/lib/ui/strength.ts";

const STEPS: readonly Strength[] = [1, 2, 3, 4];

/** Four bars that fill with the strength of a password. The words below say the same. */
export function StrengthMeter({ strength }: { strength: Strength }) {
  const fill = strength >= 3 ? cx("bg-ok-dot") : cx("bg-warn-dot");
  return (
    <span class="needs-scripts flex gap-1" aria-hidden="true">
      {STEPS.map((step) => (
        <i key={step} class={cx("flex-1 h-1 rounded-full transition", step <= strength ? fill : "bg-well")} />
      ))}
    </span>
  );
}
