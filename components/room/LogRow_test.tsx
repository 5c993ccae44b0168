import assert from "node:assert/strict";
import { App } from "fresh";
import { MessageRow } from "@/components/MessageRow.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Message, User } from "@/lib/protocol/entities.ts";
import { createRoom } from "@/lib/realtime/client/room.ts";
import type { RoomStart } from "@/lib/realtime/client/room.ts";
import { createSession } from "@/lib/realtime/client/session.ts";
import type { SessionStart } from "@/lib/realtime/client/session.ts";
import { sampleMessage, sampleUser } from "@/tests/support/samples.ts";
import { LogRow } from "./LogRow.tsx";
import { createNotice } from "./notice.ts";
import { createRoomView } from "./view.ts";

const person = (id: number, username: string, role: User["role"] = "member") =>
  sampleUser({ id, username, first_name: "", role });
const [leila, arash, admin] = [person(1, "leila"), person(2, "arash"), person(3, "admin", "admin")];

const message = (seq: number, more: Partial<Message> = {}): Message =>
  sampleMessage({
    ...{ id: seq, conversation: 9, seq, version: seq, client_id: `c${seq}`, sender: leila },
    timestamp: "2026-05-01T08:30:00.000Z",
    ...more,
  });

const MESSAGES: readonly Message[] = [
  message(1),
  message(2, { content: "@arash را دیدی؟", mentions: [2] }),
  message(3, { reactions: [{ emoji: "like", count: 1, user_ids: [2] }] }),
  message(4, { is_edited: true, content: "see https://peyk.example/a" }),
  message(5, { is_deleted: true, content: "" }),
  message(6, {
    sender: arash,
    reply_to: {
      ...{ id: 1, seq: 1, sender: leila, content: "سلام", is_deleted: false },
      source: { kind: "app", name: null },
    },
  }),
  message(7, { is_pinned: true, sender: { ...leila, rank: "استاد" } }),
];

const STYLES: readonly DateStyle[] = [
  { locale: "fa", calendar: "persian", timeZone: "Asia/Tehran" },
  { locale: "en", calendar: "gregory", timeZone: "Asia/Tehran" },
  { locale: "en", calendar: "gregory", timeZone: "UTC" },
];

const LOOKS = [
  { follow: false, is_goal: false },
  { follow: true, is_goal: false },
  { follow: false, is_goal: true },
];

/** All rows as one person sees them, drawn as they are or without being kept. */
async function rows(Row: typeof LogRow, me: User, dates: DateStyle): Promise<string> {
  const conversation = { id: 9, kind: "global", version: 9, seq: 9, read_seq: 9 };
  const session = createSession(
    { me, conversations: [], members: [], online_ids: [], away_ids: [] } as unknown as SessionStart,
  );
  const room = createRoom(session, { conversation, messages: [], pins: [] } as unknown as RoomStart);
  const view = createRoomView(room, chatText(dates.locale), createNotice(), { row: MessageRow });
  const shared = { view, dates, outgoing: null, quoted: undefined, onQuote: () => {} };
  const app = new App().route("/", {
    component: () => (
      <>
        {MESSAGES.flatMap((message) =>
          LOOKS.map((looks) => <Row key={message.id} {...shared} message={message} {...looks} />)
        )}
      </>
    ),
  });
  return await (await app.handler()(new Request("http://site.test/"))).text();
}

Deno.test("a row that was kept from another reader is what one would have been drawn", async () => {
  const Plain = ((props) => LogRow(props)) as typeof LogRow;
  const seen = new Set<string>();
  for (const dates of STYLES) {
    for (const me of [leila, arash, admin, person(2, "renamed")]) {
      const kept = await rows(LogRow, me, dates);
      assert.equal(kept, await rows(Plain, me, dates), `${me.username} ${dates.locale}`);
      seen.add(kept);
    }
  }
  // Readers do differ: or nothing was compared here.
  assert.ok(seen.size > STYLES.length * 2);
});
