import { Button } from "@/components/Button.tsx";
import { MessageSkeleton } from "@/components/States.tsx";
import { logLook } from "./look.ts";
import type { RoomView } from "./view.ts";

/** What stands above the oldest message shown: the beginning, or that there is more. */
export function Beginning({ view }: { view: RoomView }) {
  const { room, t } = view;
  const first = room.messages.value[0];
  if (!room.has_older.value || !first) {
    const Private = logLook(view);
    return Private
      ? <Private.First view={view} />
      : <p class="px-6 pt-2 pb-1 text-12 text-muted text-center">{t.room.beginning}</p>;
  }
  if (room.older.value === "failed") {
    return (
      <div
        class="flex flex-wrap items-center justify-center gap-2 px-6 py-3 text-13 text-ink-2"
        role="alert"
      >
        {t.room.olderErrorText}
        <Button size="sm" onClick={() => void room.loadOlder()}>{t.room.tryAgain}</Button>
      </div>
    );
  }
  return (
    <>
      <div class="needs-scripts">
        <MessageSkeleton label={t.room.olderLoading} rows={3} />
      </div>
      <p class="without-scripts pt-2 text-center">
        <a class="link text-13" href={`${room.path}?before=${first.id}`}>{t.room.older}</a>
      </p>
    </>
  );
}
