import type { Notifications, OwnSetting } from "./accounts.ts";
import type { Product, Ref } from "./commands.ts";
import type { Message, PresenceStatus, User, UserBrief } from "./entities.ts";
import type { ErrorCode } from "./errors.ts";

/** Raised when a client must reload to understand the server. */
export const PROTOCOL = 1;

/** What the server says on `/ws` of a conversation: `<product>:<verb>` with full objects. */
export type ConversationEvent =
  | { verb: "message" | "edit" | "delete" | "pin"; conversation_id: number; message: Message }
  /** `user_id` is whose reaction it was: of a message that many reacted to, not all are named. */
  | { verb: "react"; conversation_id: number; message: Message; user_id: number }
  | { verb: "typing"; conversation_id: number; user: UserBrief & Names; is_typing: boolean }
  | { verb: "read"; conversation_id: number; user_id: number; seq: number }
  | { verb: "left"; conversation_id: number; user_id: number }
  /**
   * To oneself: one is in a new conversation, or changed its settings; fetch it, and join it. To all in it: it has
   * another name, picture or topic, or other people or roles; fetch it.
   */
  | { verb: "conversation"; conversation_id: number }
  /** Somebody of the workspace has another name or picture. */
  | { verb: "user"; user: User }
  /** To oneself: `changed` names what one set, on whatever device; all of it is in `GET /api/auth/me`. */
  | { verb: "me"; changed: readonly OwnSetting[]; notifications: Notifications }
  | { verb: "user-status"; user: User; status: PresenceStatus; last_seen_at: string | null };

type Names = { first_name: string; last_name: string };

/** The same event as it stands in a frame. */
export type ConversationFrame = ConversationEvent extends infer E
  ? E extends { verb: infer V extends string } ? Omit<E, "verb"> & { type: `${Product}:${V}` } : never
  : never;

/** The first frame of a connection. */
export interface HelloFrame {
  type: "hello";
  protocol: number;
  /** Identity of the build: another one means "reload at a quiet moment". */
  build: string;
  user: User;
  server_time: string;
}

export interface JoinedFrame {
  type: `${Product}:joined`;
  ref?: Ref;
  conversation_id: number;
  /** The conversation's version when the changes were read. */
  version: number;
  /** Messages stamped above `after_version`, oldest change first. */
  changes: Message[];
  /** Whether more changes wait: join again from the last one's version. */
  more: boolean;
}

/** Who is there, where presence is asked for rather than pushed. */
export interface PresenceFrame {
  type: `${Product}:presence`;
  ref?: Ref;
  conversation_id: number;
  members_count: number;
  online_count: number;
  /** At most a few hundred of those online, the idle ones with them. */
  online_ids: number[];
  /** Those of `online_ids` who are idle. */
  away_ids: number[];
}

export interface AckFrame {
  type: "ack";
  ref?: Ref;
  /** For `:message`, `:edit`, `:delete` and `:react`: the message as committed. */
  message?: Message;
}

export interface ErrorFrame {
  type: "error";
  ref?: Ref;
  code: ErrorCode;
  detail: string;
  /** Seconds to wait, with `rate_limited` and `unavailable`. */
  retry_after?: number;
}

export type ServerFrame =
  | HelloFrame
  | JoinedFrame
  | PresenceFrame
  | AckFrame
  | ErrorFrame
  | { type: "pong"; ref?: Ref }
  | ConversationFrame;

/** Close codes of both sockets. 1012 and 1013 mean "come back"; 44xx mean "do not". */
export const CLOSE = {
  /** The server restarts: reconnect after a moment. */
  restart: 1012,
  /** Read too slowly: reconnect and resume. */
  slow: 1013,
  /** A frame above 64 KiB. */
  too_big: 1009,
  /** The session ended: signed out, password changed, banned. */
  session_ended: 4401,
  /** No longer in this conversation (per-conversation socket). */
  removed: 4404,
  /** Too many sockets or commands. */
  too_many: 4429,
} as const;
