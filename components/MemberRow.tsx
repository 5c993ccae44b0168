import type { ComponentChildren } from "preact";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { Avatar } from "./Avatar.tsx";
import { displayName, type Person, type Presence, toPage } from "./person.ts";
import { Tag } from "./Tag.tsx";

export interface MemberRowProps {
  t: ChatText;
  person: Person;
  presence: Presence;
  /** The line below the name: rank, «شما», or when they were last here. */
  note?: ComponentChildren;
  href?: string;
  /** Opens their card. */
  onSelect?: (event: MouseEvent) => void;
  /** One stop of the Tab key for a whole list: the others are reached with arrows. */
  tabIndex?: number;
  /** Keys move to it (`data-pick`). */
  pick?: boolean;
}

/** A person in the list of members. Owners and admins wear a tag. */
export function MemberRow({ t, person, presence, note, href, onSelect, tabIndex, pick }: MemberRowProps) {
  const off = presence === "offline";
  const staff = person.role === "owner" || person.role === "admin";
  const name = displayName(person);
  const content = (
    <>
      <Avatar
        id={person.id}
        name={name}
        picture={person.profile_picture}
        size={30}
        presence={presence}
        dim={off}
      />
      <span class="min-w-0">
        <span class={cx("clip text-13 leading-[19px] font-500", off && "text-ink-2")} dir="auto">{name}</span>
        <span class="clip text-12 leading-[17px] text-muted">
          {note ?? person.rank ?? <bdi dir="ltr">@{person.username}</bdi>}
        </span>
        <span class="sr-only">{t.members[presence]}</span>
      </span>
      {staff && <Tag tone="accent">{t.members.roles[person.role!]}</Tag>}
    </>
  );
  const shape = cx(
    "grid grid-cols-[30px_minmax(0,1fr)_auto] gap-x-2.5 items-center min-h-10 px-2 py-[5px] rounded",
  );
  if (onSelect) {
    return (
      <button
        {...toPage(person.id)}
        aria-haspopup="dialog"
        data-pick={pick}
        tabIndex={tabIndex}
        class={cx(shape, "w-full text-start hover:bg-surface-3")}
        onClick={(event: MouseEvent & { currentTarget: HTMLElement }) => {
          event.preventDefault();
          onSelect(event);
        }}
      >
        {content}
      </button>
    );
  }
  if (href) return <a href={href} class={cx(shape, "hover:bg-surface-3")}>{content}</a>;
  return <div class={shape}>{content}</div>;
}
