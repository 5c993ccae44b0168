import { TICKET_SECONDS } from "@/lib/accounts/identity.ts";
import { CLOSE } from "@/lib/protocol/events.ts";
import { BACKLOG_MAX, FRAME_MAX, UPGRADE } from "@/lib/realtime/transport.ts";

interface Socket {
  readonly address: string;
  readonly title: string;
  /** Paragraphs; `code` in backticks. */
  readonly text: string;
  readonly parameters?: Readonly<Record<string, { readonly description: string }>>;
}

/** The two sockets, and what one must know before the first frame. */
export const SOCKETS = {
  main: {
    address: "/ws",
    title: "All conversations on one socket",
    text:
      "Opened with the session cookie (then `Origin` must be ours), with `Authorization: Bearer …`, or with " +
      `\`?ticket=\` of \`POST /api/auth/ws-ticket\`, which is good once and for ${TICKET_SECONDS} seconds. Who proves ` +
      "nothing is refused with 401 before the upgrade.\n\n" +
      "The first frame is `hello`. A frame holds one object or an array of them, in both directions. A type is " +
      "`<product>:<verb>`; the product is `chat`, `internal-chat` or `support-chat`. A command with a `ref` is answered " +
      "by `ack` or `error` with the same `ref`. The commands of one socket take effect in the order sent.\n\n" +
      "After a reconnect, join each conversation again with the last `version` one has: the subscription stands before " +
      "the changes are read, so that nothing is missed; what comes twice is told by its `version`.",
  },
  flat: {
    address: "/ws/chat/{conversation_id}/",
    title: "One conversation a socket",
    text:
      "For clients of one conversation: four commands, four events, one a frame. Opened like `/ws`; who may not read " +
      "the conversation is refused with 404 before the upgrade. What is invalid or forbidden is passed over in silence.",
    parameters: { conversation_id: { description: "Its id." } },
  },
} satisfies Record<string, Socket> as { readonly main: Socket; readonly flat: Socket };

const CLOSE_WORDS: Readonly<Record<keyof typeof CLOSE, string>> = {
  restart: "The server restarts: reconnect after a moment.",
  slow: "Read too slowly: reconnect and resume from the last version.",
  too_big: "A frame above 64 KiB.",
  session_ended:
    "The session ended: signed out, password changed, or banned. Do not come back with the same proof.",
  removed: "No longer in this conversation (`/ws/chat/{conversation_id}/`).",
  too_many: "Too many sockets or commands.",
};

/** Why the server closes, by code. */
export const CLOSE_CODES = Object.entries(CLOSE)
  .map(([name, code]) => ({ code, name, description: CLOSE_WORDS[name as keyof typeof CLOSE] }))
  .sort((a, b) => a.code - b.code);

/** What a socket may cost. */
export const SOCKET_LIMITS = {
  /** Bytes. */
  frame: FRAME_MAX,
  /** Bytes that may wait for a slow reader. */
  backlog: BACKLOG_MAX,
  /** Seconds without a sign of life, pings of the protocol among them, until it is closed. */
  idle: UPGRADE.idleTimeout,
  /** Seconds for which a ticket is good. */
  ticket: TICKET_SECONDS,
} as const;
