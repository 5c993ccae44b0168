import { summary } from "@/components/attachments/layout.ts";
import { ConversationRow } from "@/components/ConversationRow.tsx";
import { lineText } from "@/components/lines.tsx";
import { displayName } from "@/components/person.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { otherOf } from "@/lib/realtime/client/entries.ts";
import type { Entry } from "@/lib/realtime/client/entries.ts";
import { pathOf } from "@/lib/realtime/client/paths.ts";
import { unreadOf } from "./attention/totals.ts";
import { faceOf, presenceOf } from "./faces.ts";
import { nameOf } from "./naming.ts";
import type { Shell } from "./shell.ts";

export interface ListedRowProps {
  readonly shell: Shell;
  readonly entry: Entry;
  readonly dates: DateStyle;
  readonly now: number;
}

/** One conversation of the list. */
export function ListedRow({ shell, entry, dates, now }: ListedRowProps) {
  const { session, t } = shell;
  const { room } = shell.view.value;
  const me_id = session.me.id;
  const other = otherOf(entry, me_id);
  const { last_message, is_muted } = entry;
  const { unread, concerns } = unreadOf(entry, room);
  const is_open = room.conversation_id === entry.id;
  const is_own = last_message?.sender.id === me_id;
  const is_receipted = is_own && other !== null && other.id !== me_id && !last_message.is_deleted;
  return (
    <li>
      <ConversationRow
        t={t}
        dates={dates}
        now={now}
        href={pathOf(entry)}
        name={nameOf(t, entry, me_id)}
        avatar={{
          ...faceOf(entry, me_id),
          presence: other && other.id !== me_id ? presenceOf(shell, other) : null,
        }}
        active={is_open && shell.screen.value === "room"}
        pinned={entry.kind === "global" || entry.is_pinned}
        unread={unread}
        // Between two people everything is for oneself: there it would say nothing.
        mentioned={concerns > 0 && other === null}
        muted={is_muted}
        typing={session.channel(entry.id).typists.typists.value.length > 0}
        receipt={is_receipted ? last_message.is_read ? "seen" : "sent" : undefined}
        last={last_message && {
          who: other || last_message.kind === "system"
            ? undefined
            : is_own
            ? t.members.you
            : displayName(last_message.sender),
          text: wordsOf(t, entry, me_id),
          at: last_message.timestamp,
        }}
      />
    </li>
  );
}

function wordsOf(t: ChatText, { last_message: last }: Entry, me_id: number): string {
  if (!last) return t.list.noMessages;
  if (last.kind === "system") return lineText(t, last, me_id);
  return last.is_deleted ? t.message.deleted : summary(t, last);
}
