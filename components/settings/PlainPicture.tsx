import { Button } from "@/components/Button.tsx";
import { trash2 } from "@/components/late_icons.ts";
import type { User } from "@/lib/protocol/entities.ts";
import type { ProfileWords } from "./words.ts";

/** What may be chosen; HEIC by its ending as well, which some systems have no type for. */
export const ACCEPT = "image/jpeg,image/png,image/webp,image/gif,image/heic,image/avif,.heic,.avif";

/** One's picture without scripts: the server keeps the middle of the picture. */
export function PlainPicture({ me, words }: { readonly me: User; readonly words: ProfileWords }) {
  return (
    <div class="without-scripts grid gap-2">
      <form
        method="post"
        action="/settings/profile"
        encType="multipart/form-data"
        class="flex flex-wrap items-center gap-2"
      >
        <input
          type="file"
          name="file"
          required
          accept={ACCEPT}
          aria-label={words.choose}
          class="min-h-11 text-13 max-w-full"
        />
        <Button type="submit">{words.send}</Button>
      </form>
      {me.profile_picture && (
        <form method="post" action="/settings/profile">
          <input type="hidden" name="part" value="picture" />
          <Button type="submit" tone="danger-quiet" icon={trash2}>{words.remove}</Button>
        </form>
      )}
    </div>
  );
}
