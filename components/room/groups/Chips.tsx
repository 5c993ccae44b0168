import { Avatar } from "@/components/Avatar.tsx";
import { Icon } from "@/components/Icon.tsx";
import { x } from "@/components/icons.ts";
import { displayName } from "@/components/person.ts";
import type { User } from "@/lib/protocol/entities.ts";

export interface ChipsProps {
  readonly label: string;
  readonly people: readonly User[];
  /** What a press does. */
  readonly act: string;
  readonly onTakeOut: (user: User) => void;
}

/** Those who are chosen; a press takes one out. */
export function Chips({ label, people, act, onTakeOut }: ChipsProps) {
  if (people.length === 0) return null;
  return (
    <ul aria-label={label} class="chips">
      {people.map((user) => {
        const name = displayName(user);
        return (
          <li key={user.id} class="min-w-0">
            <button
              type="button"
              title={act}
              class="flex items-center gap-1.5 max-w-full min-h-8 coarse:min-h-11 ps-1 pe-2 rounded-full bg-well text-13 hover:bg-surface-4"
              onClick={() => onTakeOut(user)}
            >
              <Avatar id={user.id} name={name} picture={user.profile_picture} size={24} />
              <span class="clip max-w-[140px]" dir="auto">{name}</span>
              <span class="sr-only">{act}</span>
              <Icon of={x} size={14} class="text-muted" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
