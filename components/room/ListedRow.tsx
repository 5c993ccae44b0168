import { summary } from "@/components/attachments/layout.ts";
import { ConversationRow } from "@/components/ConversationRow.tsx";
import { lineText } from "@/components/lines.tsx";
import { IconButton } from "@/components/Button.tsx";
import { ellipsis } from "@/components/icons.ts";
import { displayName } from "@/components/person.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Anchor } from "@/components/place.ts";
import { cx } from "@/lib/ui/cx.ts";
import { createDraft } from "./draft.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { otherOf } from "@/lib/realtime/client/entry.ts";
import type { Entry } from "@/lib/realtime/client/entry.ts";
import { pathOf } from "@/lib/realtime/client/paths.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { unreadOf } from "./attention/totals.ts";
import { faceOf, presenceOf } from "./faces.ts";
import { nameOf } from "./naming.ts";
import type { Shell } from "./shell.ts";

export interface ListedRowProps {
  readonly shell: Shell;
  readonly entry: Entry;
  readonly dates: DateStyle;
  readonly now: number;
  /** A line below it divides what is on top from the others. */
  readonly apart: boolean;
  readonly onMenu: (at: Anchor) => void;
}

/** One conversation of the list. */
export function ListedRow({ shell, entry, dates, now, apart, onMenu }: ListedRowProps) {
  const { session, t } = shell;
  const { room } = shell.view.value;
  const me_id = session.me.id;
  const name = nameOf(t, entry, me_id);
  const other = otherOf(entry, me_id);
  const { last_message, is_muted } = entry;
  const { unread, concerns } = unreadOf(entry, room);
  const is_open = room.conversation_id === entry.id;
  const is_own = last_message?.sender.id === me_id;
  const is_receipted = is_own && other !== null && other.id !== me_id && !last_message.is_deleted;
  return (
    <li
      class={cx("listed", apart && "listed-apart")}
      onContextMenu={(event: MouseEvent) => {
        event.preventDefault();
        const { clientX: left, clientY: top } = event;
        onMenu({ left, right: left, top, bottom: top });
      }}
    >
      <ConversationRow
        t={t}
        dates={dates}
        now={now}
        href={pathOf(entry)}
        name={name}
        avatar={{
          ...faceOf(entry, me_id),
          presence: other && other.id !== me_id ? presenceOf(shell, other) : null,
        }}
        active={is_open && shell.screen.value === "room"}
        pinned={entry.kind === "global" || entry.is_pinned}
        unread={unread}
        // Between two people everything is for oneself: there it would say nothing.
        mentioned={concerns > 0 && other === null}
        muted={is_open ? room.mute.value.is_muted : is_muted}
        draft={is_open ? undefined : createDraft(me_id, entry.id).load() || undefined}
        typing={session.channel(entry.id).typists.typists.value.length > 0}
        receipt={is_receipted ? last_message.is_read ? "seen" : "sent" : undefined}
        last={last_message && {
          who: other || last_message.kind === "system"
            ? undefined
            : is_own
            ? t.members.you
            : displayName(last_message.sender),
          outside: last_message.source.kind === "site",
          text: wordsOf(t, entry, me_id),
          at: last_message.timestamp,
        }}
      />
      <span class="listed-menu needs-scripts">
        <IconButton
          size="sm"
          icon={ellipsis}
          label={membersText(t.locale).list.menu(name)}
          aria-haspopup="menu"
          onClick={(event: MouseEvent) => onMenu((event.currentTarget as Element).getBoundingClientRect())}
        />
      </span>
    </li>
  );
}

function wordsOf(t: ChatText, { last_message: last }: Entry, me_id: number): string {
  if (!last) return t.list.noMessages;
  if (last.kind === "system") return lineText(t, last, me_id);
  return last.is_deleted ? t.message.deleted : summary(t, last);
}
