import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { check, globe } from "@/components/icons.ts";
import { displayName } from "@/components/person.ts";
import { Tag } from "@/components/Tag.tsx";
import { dayOf } from "@/lib/i18n/dates.ts";
import { deskText } from "@/lib/i18n/desk/mod.ts";
import { digits } from "@/lib/i18n/mod.ts";
import { customerOf } from "@/lib/realtime/client/entry.ts";
import type { RoomPanelProps } from "./RoomPanel.tsx";

/** Who asks in a ticket, from where, and where they want to be answered. */
export function CustomerInside({ view: { room }, dates }: RoomPanelProps) {
  const { session } = room;
  const conversation = room.conversation.value;
  const words = deskText(dates.locale).customer;
  const { number, customer: { id, email, verified }, site_name } = conversation.ticket!;
  const person = customerOf(conversation);
  const name = person ? displayName(person) : "";

  // Who left no address may leave it with the next message; what was long open is asked for anew.
  const conversations = session.conversations.value;
  const is_online = room.status.value.state === "online";
  const said = email === null ? room.newest_seq.value : 0;
  useEffect(() => {
    if (is_online) conversations?.doubt(room.conversation_id);
  }, [conversations, is_online, said]);

  return (
    <div class="relative flex-1 min-h-0 overflow-y-auto p-4">
      <div class="flex items-center gap-3">
        <Avatar id={id} name={name} size={48} />
        <div class="grid justify-items-start min-w-0">
          <h3 class="max-w-full line-clamp-2 text-15 leading-5 font-650 break-anywhere" dir="auto">{name}</h3>
          {email
            ? (
              <a
                href={`mailto:${encodeURIComponent(email)}`}
                dir="ltr"
                class="inline-flex items-center max-w-full min-h-6 coarse:min-h-11 text-12 text-muted break-anywhere hover:underline"
              >
                {/* Where it does not fit, its domain is by itself. */}
                <span>
                  {email.slice(0, email.lastIndexOf("@") + 1)}
                  <wbr />
                  {email.slice(email.lastIndexOf("@") + 1)}
                </span>
              </a>
            )
            : <p class="text-12 text-muted">{words.noEmail}</p>}
        </div>
      </div>
      <dl class="grid gap-y-2 mt-3 text-13">
        {site_name !== null && (
          <Fact label={words.via}>
            <Tag icon={globe} clip>{site_name}</Tag>
          </Fact>
        )}
        <Fact label={words.identity}>
          <Tag tone={verified ? "ok" : "plain"} icon={verified ? check : undefined}>
            {verified ? words.verified : words.unverified}
          </Tag>
        </Fact>
        <Fact label={words.ticket}>
          <bdi class="num">#{digits(dates.locale, number)}</bdi>
        </Fact>
        <Fact label={words.opened}>{dayOf(dates, conversation.created_at)}</Fact>
      </dl>
      <p class="mt-4 pt-3 border-t border-line text-12 text-muted">
        {verified ? words.verifiedText : words.unverifiedText}
      </p>
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="flex items-center justify-between gap-4 min-h-5">
      <dt class="flex-none text-muted">{label}</dt>
      <dd class="flex min-w-0">{children}</dd>
    </div>
  );
}
