import { AppError } from "@/lib/protocol/errors.ts";
import { CLOSE } from "@/lib/protocol/events.ts";
import type { User } from "@/lib/protocol/entities.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Chat } from "@/lib/chat/mod.ts";
import { bridge } from "./bridge.ts";
import { createConnection } from "./connection.ts";
import { createFlatConnection } from "./flat_connection.ts";
import { createHub } from "./hub.ts";
import { createPresence } from "./presence.ts";
import type { Limits, Services, Whereabouts } from "./services.ts";
import { createTyping } from "./typing.ts";

/** Open sockets one person and one address may have. */
export interface SocketCaps {
  readonly per_person: number;
  readonly per_ip: number;
}

export interface RealtimeDeps {
  readonly chat: Chat;
  readonly now: () => number;
  readonly build: string;
  readonly caps: SocketCaps;
  readonly limits: Limits;
  readonly userOf: (actor: Actor) => Promise<User>;
  /** Told when a person's last connection has gone. */
  readonly onGone: (actor: Actor, at: number) => void;
  readonly report: (error: unknown) => void;
}

/** Who opens a socket, and from where. */
export interface Opener {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly ip: string;
}

/** The sockets: both dialects on one hub. */
export function createRealtime(deps: RealtimeDeps) {
  const { chat, now, caps, userOf } = deps;
  const hub = createHub();
  const typing = createTyping({ hub, now });
  const presence = createPresence({ hub, now, userOf, onGone: deps.onGone });
  const services: Services = { ...deps, hub, typing, presence, whoIsIn };
  bridge(chat, hub);

  async function whoIsIn(actor: Actor, conversation_id: number): Promise<Whereabouts> {
    const { conversation } = await chat.access.toRead(actor, conversation_id);
    const online = presence.listOnline(actor.workspace_id);
    if (conversation.kind === "global") {
      const members_count = await chat.people.count(actor);
      const online_count = presence.countOnline(actor.workspace_id);
      return { conversation_id, members_count, online_count, online_ids: online };
    }
    const ids = new Set(await chat.people.idsIn(conversation_id));
    const online_ids = online.filter((id) => ids.has(id));
    return { conversation_id, members_count: ids.size, online_count: online_ids.length, online_ids };
  }

  /** Refuses another socket of a person or address that has enough. @throws AppError `rate_limited` */
  function requireRoom({ actor, ip }: Opener): void {
    const own = hub.count((one) => one.actor_id === actor.id);
    const near = hub.count((one) => one.ip === ip);
    if (own >= caps.per_person || near >= caps.per_ip) throw new AppError("rate_limited", { seconds: 10 });
  }

  /** Serves an upgraded `/ws` socket. Ask {@link requireRoom} before upgrading. */
  async function serve(socket: WebSocket, opener: Opener): Promise<void> {
    const user = await userOf(opener.actor);
    attend(socket, createConnection({ ...opener, wire: socket, user }, services));
  }

  /** Serves an upgraded `/ws/chat/{id}/` socket of somebody who may read that conversation. */
  async function serveFlat(socket: WebSocket, opener: Opener, conversation_id: number): Promise<void> {
    const user = await userOf(opener.actor);
    attend(socket, createFlatConnection({ ...opener, wire: socket, user }, conversation_id, services));
  }

  return {
    hub,
    presence,
    whoIsIn,
    requireRoom,
    serve,
    serveFlat,

    /** Closes the sockets of sessions that ended, at once. */
    closeSessions(session_ids: readonly number[]): void {
      const ended = new Set(session_ids);
      hub.closeWhere(
        ({ session_id }) => session_id !== null && ended.has(session_id),
        CLOSE.session_ended,
        "session ended",
      );
    },

    /** Tells every client to come back, and forgets all timers. */
    stop(): void {
      hub.closeWhere(() => true, CLOSE.restart, "server restarts");
      typing.stop();
      presence.stop();
    },
  };
}

export type Realtime = ReturnType<typeof createRealtime>;

interface Attendant {
  open(): void;
  receive(frame: unknown): void;
  close(): void;
}

function attend(socket: WebSocket, attendant: Attendant): void {
  let open = false;
  const start = () => {
    open = true;
    attendant.open();
  };
  if (socket.readyState === WebSocket.OPEN) start();
  else socket.onopen = start;
  socket.onmessage = ({ data }) => attendant.receive(data);
  // An error is always followed by a close.
  socket.onerror = () => {};
  socket.onclose = () => {
    if (open) attendant.close();
    open = false;
  };
}
