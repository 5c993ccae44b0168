import { Button } from "@/components/Button.tsx";
import { ACCEPT } from "@/lib/realtime/client/accept.ts";
import type { RoomView } from "./view.ts";

/** Sends files without scripts. What is written beside them stands before them, as the server reads it. */
export function PlainFiles({ view }: { view: RoomView }) {
  const { t, room } = view;
  return (
    <form
      method="post"
      action="/chat/files"
      encType="multipart/form-data"
      class="without-scripts flex flex-wrap items-center gap-2 px-4 pb-3 text-13"
    >
      <input type="hidden" name="conversation_id" value={room.conversation_id} />
      <input
        type="file"
        name="file"
        multiple
        required
        accept={ACCEPT}
        aria-label={t.files.attach}
        class="min-w-0 flex-1"
      />
      <Button type="submit" size="sm">{t.files.sendPlain}</Button>
    </form>
  );
}
