import { Avatar } from "@/components/Avatar.tsx";
import { displayName } from "@/components/person.ts";
import type { User } from "@/lib/protocol/entities.ts";

export interface PreviewProps {
  readonly me: User;
  /** The rank in the reader's language. */
  readonly rank: string | null;
  readonly label: string;
  /** Something one might say. */
  readonly text: string;
}

/** How others see one: beside a message, and what stands on one's card. */
export function Preview({ me, rank, label, text }: PreviewProps) {
  const name = displayName(me);
  return (
    <figure
      aria-label={label}
      class="grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 p-4 rounded-lg ring-line bg-surface-1"
    >
      <Avatar id={me.id} name={name} picture={me.profile_picture} class="mt-[3px]" />
      <div class="min-w-0">
        <p class="flex items-center gap-2 min-h-[22px] min-w-0">
          <b class="clip font-650" dir="auto">
            {name}
          </b>
          {rank && <span class="flex-none text-12 text-muted">{rank}</span>}
        </p>
        <p class="prose w-fit max-w-full" dir="auto">{text}</p>
        <p class="flex flex-wrap gap-1.5 mt-2 text-12 text-muted">
          <span class="clip" dir="ltr">@{me.username}</span>
          {me.in_game_ids.map(({ game, id }) => (
            <span key={`${game} ${id}`} class="clip max-w-full px-1.5 rounded-[5px] bg-well text-ink-2">
              <bdi>{game}</bdi>: <bdi>{id}</bdi>
            </span>
          ))}
        </p>
      </div>
    </figure>
  );
}
