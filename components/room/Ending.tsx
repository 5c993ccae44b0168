import { Button } from "@/components/Button.tsx";
import { MessageSkeleton } from "@/components/States.tsx";
import type { RoomView } from "./view.ts";

/** What stands below the newest message shown where there are newer ones. */
export function Ending({ view }: { view: RoomView }) {
  const { room, t } = view;
  const last = room.messages.value.at(-1);
  if (room.newer.value === "failed") {
    return (
      <div
        class="flex flex-wrap items-center justify-center gap-2 px-6 py-3 text-13 text-ink-2"
        role="alert"
      >
        {t.places.newerErrorText}
        <Button size="sm" onClick={() => void room.loadNewer()}>{t.room.tryAgain}</Button>
      </div>
    );
  }
  return (
    <>
      <div class="needs-scripts">
        <MessageSkeleton label={t.places.newerLoading} rows={3} />
      </div>
      {last && (
        <p class="without-scripts pt-2 text-center">
          <a class="link text-13" href={`${room.path}?after=${last.id}`}>{t.places.newerPage}</a>
        </p>
      )}
    </>
  );
}
