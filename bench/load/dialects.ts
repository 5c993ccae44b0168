import { Buffer } from "node:buffer";

/** How a kind of server is spoken to. */
export interface Dialect {
  readonly path: string;
  /** What to answer to a frame while joining; `null` once the client is in the room. */
  join(text: string, conversation_id: number): string[] | null;
  /** A command that sends a message and asks to have it acknowledged. */
  message(n: number, conversation_id: number): string;
  /** Stands once before each message that was broadcast, and before nothing else. */
  readonly event: Buffer;
  /** Stands once in each acknowledgement. */
  readonly ack: Buffer;
  /** Text frames that want an answer to keep the connection: what they say, and what to say. */
  readonly heartbeat?: readonly [string, string];
}

/** In front of each text, so that a delivery is known by its bytes. */
export const MARK = Buffer.from('"content":"#');

const TEXT = "سلام، این یک پیام معمولی است. See you at the meeting tomorrow at ten.";
// No message of an earlier run on the same data may have the same name.
const RUN = Date.now().toString(36);

const peyk: Dialect = {
  path: "/ws",
  join(text, conversation_id) {
    if (text.includes('"type":"hello"')) {
      return [JSON.stringify({ type: "chat:join", ref: 0, conversation_id })];
    }
    if (text.includes('"type":"error"')) throw new Error(`refused: ${text}`);
    return text.includes('"type":"chat:joined"') ? null : [];
  },
  message: (n, conversation_id) =>
    JSON.stringify({
      type: "chat:message",
      ref: n,
      conversation_id,
      content: `#${n} ${TEXT}`,
      client_id: `${RUN}-${n}`,
    }),
  event: Buffer.from('"type":"chat:message"'),
  ack: Buffer.from('"type":"ack"'),
};

// https://socket.io/docs/v4/socket-io-protocol/ over https://socket.io/docs/v4/engine-io-protocol/
const socketIo: Dialect = {
  path: "/socket.io/?EIO=4&transport=websocket",
  join(text, conversation_id) {
    if (text.startsWith("0")) return ["40"];
    if (text.startsWith("40")) return [`420${JSON.stringify(["join", { conversation_id }])}`];
    if (text.startsWith("44")) throw new Error(`refused: ${text}`);
    return text.startsWith("430") ? null : [];
  },
  message: (n, conversation_id) =>
    `42${n}${
      JSON.stringify(["message", { conversation_id, content: `#${n} ${TEXT}`, client_id: `${RUN}-${n}` }])
    }`,
  event: Buffer.from('42["message",'),
  ack: Buffer.from('[{"ok":true'),
  heartbeat: ["2", "3"],
};

export const DIALECTS = { peyk, socketIo } as const;
export type DialectName = keyof typeof DIALECTS;
