import { Button } from "@/components/Button.tsx";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";

export interface PlainPlacesProps {
  readonly t: ChatText;
  /** Address of the room. */
  readonly path: string;
  readonly is_past: boolean;
}

/** Without scripts: a form that leads to a day, and a link back to the newest messages. */
export function PlainPlaces({ t, path, is_past }: PlainPlacesProps) {
  return (
    <form
      action={path}
      class="without-scripts flex-none flex flex-wrap items-center gap-2 px-3 md:px-6 py-2 border-t border-line text-13"
    >
      <label class="inline-flex items-center gap-2 text-ink-2">
        {t.places.jumpToDate}
        <input
          type="date"
          name="at"
          required
          class="num min-h-[34px] coarse:min-h-11 px-2 rounded ring-field bg-surface-1 text-ink"
        />
      </label>
      <Button type="submit" size="sm">{t.places.go}</Button>
      {is_past && <a class="link ms-auto" href={path}>{t.room.toNewest}</a>}
    </form>
  );
}
