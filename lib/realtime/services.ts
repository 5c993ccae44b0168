import type { User } from "@/lib/protocol/entities.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Chat } from "@/lib/chat/mod.ts";
import type { Hub } from "./hub.ts";
import type { Presence } from "./presence.ts";
import type { Typing } from "./typing.ts";

/** What every connection works with. */
export interface Services {
  readonly hub: Hub;
  readonly chat: Chat;
  readonly presence: Presence;
  readonly typing: Typing;
  readonly limits: Limits;
  readonly now: () => number;
  /** An actor as others see them. @throws AppError `not_found` for somebody who is no longer there */
  readonly userOf: (actor: Actor) => Promise<User>;
  /** Identity of the build, told in `hello`. */
  readonly build: string;
  /** Told of everything that failed inside a command; keeps for the log what is our fault. */
  readonly report: (error: unknown) => void;
  /** Who of a conversation is online. @throws AppError `not_found` */
  whoIsIn(actor: Actor, conversation_id: number): Promise<Whereabouts>;
}

export interface Limits {
  /** Seconds this person must wait before the next writing command; 0 when free. */
  commands(actor: Actor): number;
  /** The same before the next message or edit, besides: visitors of sites may send so many from one address. */
  messages?(actor: Actor, ip: string): Promise<number>;
  /** The same before a reaction is set or taken back. */
  reactions?(actor: Actor, ip: string): Promise<number>;
  /** The same for anything that comes from their sockets, sense or nonsense: above 0 the socket is closed. */
  traffic(actor: Actor): number;
}

export interface Whereabouts {
  conversation_id: number;
  members_count: number;
  online_count: number;
  /** At most a few hundred of them. */
  online_ids: number[];
  /** Those of them whose devices are all idle. */
  away_ids: number[];
}
