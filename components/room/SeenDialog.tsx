import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { Button } from "@/components/Button.tsx";
import { displayName } from "@/components/person.ts";
import type { Person } from "@/components/person.ts";
import { MessageSkeleton } from "@/components/States.tsx";
import { membersText } from "@/lib/i18n/members/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { moment } from "@/lib/i18n/dates.ts";
import type { Receipt } from "@/lib/protocol/entities.ts";
import { ModalFrame } from "./ModalFrame.tsx";
import type { OverlayProps } from "./overlay_props.ts";
import type { RoomView } from "./view.ts";

/** Who of a group has read a message, and who has not yet. */
export function SeenDialog({ view, overlay: { message }, dates, now, onClose }: OverlayProps<"seen">) {
  const { room } = view;
  const t = membersText(dates.locale).seen;
  const found = useSignal<readonly Receipt[] | "loading" | "failed">("loading");

  async function load(): Promise<void> {
    found.value = "loading";
    found.value = await room.receipts.list().catch(() => "failed" as const);
  }
  useEffect(() => void load(), []);

  return (
    <ModalFrame
      title={t.title}
      message={message}
      onClose={onClose}
      actions={(close) => <Button autoFocus onClick={close}>{t.close}</Button>}
    >
      {() => {
        if (found.value === "loading") return <MessageSkeleton label={t.title} rows={2} />;
        if (found.value === "failed") {
          return (
            <p role="alert" class="flex flex-wrap items-center gap-3">
              {t.failed}
              <Button size="sm" onClick={() => void load()}>{t.again}</Button>
            </p>
          );
        }
        const others = found.value.filter(({ user_id }) => user_id !== room.me.id);
        const readers = others.filter(({ seq }) => seq >= message.seq);
        const waiting = others.filter(({ seq }) => seq < message.seq);
        return (
          <div class="grid grid-cols-[minmax(0,1fr)] gap-4 mt-1">
            {readers.length === 0
              ? <p>{t.nobody}</p>
              : <People view={view} dates={dates} now={now} receipts={readers} words={t.lastRead} />}
            {waiting.length > 0 && (
              <section class="grid grid-cols-[minmax(0,1fr)] gap-1">
                <h3 class="text-12 font-600 text-muted">{t.notYet}</h3>
                <People view={view} dates={dates} now={now} receipts={waiting} />
              </section>
            )}
          </div>
        );
      }}
    </ModalFrame>
  );
}

interface PeopleProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly receipts: readonly Receipt[];
  /** Says when they last read on; not told where none are given. */
  readonly words?: (when: string) => string;
}

function People({ view, dates, now, receipts, words }: PeopleProps) {
  return (
    <ul class="grid grid-cols-[minmax(0,1fr)] gap-0.5">
      {receipts.map(({ user_id, read_at }) => {
        const person = findPerson(view, user_id);
        const name = person ? displayName(person) : membersText(dates.locale).seen.unnamed;
        return (
          <li key={user_id} class="flex items-center gap-3 min-h-11">
            <Avatar id={user_id} name={name} picture={person?.profile_picture} size={32} />
            <span class="flex-1 min-w-0">
              <span class="clip text-14 leading-5 text-ink" dir="auto">{name}</span>
              {words && read_at && (
                <span class="clip text-12 leading-4 text-muted">{words(moment(dates, read_at, now))}</span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Undefined for one of many who are not named here. */
function findPerson({ room }: RoomView, id: number): Person | undefined {
  return room.conversation.value.participants.find((one) => one.id === id) ?? room.people.find(id)?.user ??
    room.messages.peek().find(({ sender }) => sender.id === id)?.sender;
}
