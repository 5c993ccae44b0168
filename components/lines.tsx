import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import { displayName } from "./person.ts";

/** A line of the system: its key stands in `content`. */
export type SystemMessage = Pick<Message, "content" | "params"> & {
  readonly sender: Pick<Message["sender"], "id" | "username" | "first_name" | "last_name">;
};

/** What may stand between the marks that isolate a name is no such mark itself. */
const MARKS = /[\u2066-\u2069]/g;

/** A line of the system as its reader hears it, with the names isolated: for a list, a notice, a search. */
export function lineText(t: ChatText, { content, params, sender }: SystemMessage, me_id: number): string {
  const { lines } = t;
  const say = Object.hasOwn(lines, content) ? lines[content as keyof typeof lines] : lines.unknown;
  const users = params?.users ?? [];
  const name = (one: SystemMessage["sender"]) =>
    one.id === me_id ? null : displayName(one).replace(MARKS, "");
  return say({
    by: name(sender),
    whom: users.map(name),
    more: Math.max(0, (params?.count ?? users.length) - users.length),
    name: (params?.name ?? "").replace(MARKS, ""),
    topic: (params?.topic ?? "").replace(MARKS, ""),
    role: params?.role ?? "member",
  });
}

export interface SystemLineProps {
  t: ChatText;
  message: SystemMessage & Partial<Pick<Message, "seq">>;
  me_id: number;
}

/** A line of the system in a conversation: small and centred, the names in bold. */
export function SystemLine({ t, message, me_id }: SystemLineProps) {
  return (
    <p class="flex-none px-6 my-2 text-12 text-muted text-center break-anywhere">
      {lineText(t, message, me_id).split(MARKS).map((piece, index) =>
        // Between every two marks stands a name.
        index % 2 === 0 ? piece : (
          <b key={index} class="font-550 text-ink-2">
            <bdi>{piece}</bdi>
          </b>
        )
      )}
    </p>
  );
}
