import { Button } from "@/components/Button.tsx";
import type { LiveWords } from "./words.ts";

/** The button that ends a form, and whether there is something to save. */
export function Save({ live, saving, unsaved }: {
  readonly live: LiveWords;
  readonly saving: boolean;
  readonly unsaved: boolean;
}) {
  return (
    <div class="flex flex-wrap items-center gap-3">
      <Button type="submit" tone="primary" aria-disabled={saving ? "true" : undefined}>
        {saving ? live.saving : live.save}
      </Button>
      <span class="text-13 text-muted" aria-live="polite">{unsaved && !saving && live.unsaved}</span>
    </div>
  );
}
