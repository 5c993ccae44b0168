import { AppError } from "@/lib/protocol/errors.ts";
import { CLOSE } from "@/lib/protocol/events.ts";
import type { Notifications, OwnSetting } from "@/lib/protocol/accounts.ts";
import type { ConversationKind, User } from "@/lib/protocol/entities.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Grant } from "@/lib/chat/access.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Chat } from "@/lib/chat/mod.ts";
import { bridge } from "./bridge.ts";
import { Connection } from "./connection.ts";
import type { Client } from "./connection.ts";
import { createDoorway } from "./doorway.ts";
import type { SocketCaps } from "./doorway.ts";
import { FlatConnection } from "./flat_connection.ts";
import { conversationOf, createHub } from "./hub.ts";
import type { Subscriber } from "./hub.ts";
import { createPeople } from "./people.ts";
import { createPresence, LISTED_MAX } from "./presence.ts";
import type { Limits, Services, Whereabouts } from "./services.ts";
import { SocketWire } from "./transport.ts";
import { createTyping } from "./typing.ts";

export interface RealtimeDeps {
  readonly chat: Chat;
  readonly now: () => number;
  readonly build: string;
  readonly caps: SocketCaps;
  readonly limits: Limits;
  readonly userOf: (actor: Actor) => Promise<User>;
  /** Refuses a visitor who may not be here any more. @throws AppError */
  readonly requireStanding?: (actor: Actor) => Promise<void>;
  /** Told when a person's last connection has gone. */
  readonly onGone: (actor: Actor, at: number) => void;
  /** How long someone must be away before it is said, in milliseconds. */
  readonly leave_delay?: number | undefined;
  readonly report: (error: unknown) => void;
}

/** Who opens a socket, and from where. */
export interface Opener {
  readonly actor: Actor;
  readonly locale: Locale;
  /** IANA name, in which times are said; null for what the language implies. */
  readonly time_zone?: string | null;
  readonly ip: string;
}

/** The sockets: both dialects on one hub. */
export function createRealtime(deps: RealtimeDeps) {
  const { chat, now, userOf, requireStanding = async () => {} } = deps;
  const hub = createHub();
  const typing = createTyping({ hub, now });
  const presence = createPresence({ hub, now, userOf, onGone: deps.onGone, leaveDelay: deps.leave_delay });
  const people = createPeople({ hub, userOf: (person) => chat.people.get(person) });
  const services: Services = { ...deps, hub, typing, presence, whoIsIn, report };
  const doorway = createDoorway({ hub, caps: deps.caps, userOf, requireStanding, report });
  bridge(chat, hub);

  /** Refusals are no faults, but for one that stands for a failure of ours. */
  function report(error: unknown): void {
    if (!(error instanceof AppError)) deps.report(error);
    else if (error.cause) deps.report(error.cause);
  }

  /** Visitors of sites are told how many there are, other visitors counted, and never who. */
  async function whoIsIn(actor: Actor, conversation_id: number): Promise<Whereabouts> {
    const found = await whereabouts(await chat.access.toRead(actor, conversation_id));
    if (actor.kind !== "guest") return found;
    const visitors = hub.countOn(`conversation:${conversation_id}`, ({ kind }) => kind === "guest");
    return { ...found, online_count: found.online_count + visitors, online_ids: [], away_ids: [] };
  }

  /** The same for somebody who was found to have the right. */
  async function whereabouts({ actor, conversation }: Grant): Promise<Whereabouts> {
    const { workspace_id } = actor;
    const { conversation_id } = conversation;
    const isAway = (id: number) => presence.statusOf(workspace_id, id) === "away";
    if (conversation.kind === "global") {
      const online_ids = presence.listOnline(workspace_id);
      return {
        conversation_id,
        members_count: await chat.people.count(actor),
        online_count: presence.countOnline(workspace_id),
        online_ids,
        away_ids: online_ids.filter(isAway),
      };
    }
    const ids = isAnswered(conversation.kind)
      ? await chat.people.agentIds(actor)
      : await chat.people.idsIn(conversation_id);
    const online = ids.filter((id) => presence.isOnline(workspace_id, id));
    const online_ids = online.slice(0, LISTED_MAX);
    return {
      conversation_id,
      members_count: ids.length,
      online_count: online.length,
      online_ids,
      away_ids: online_ids.filter(isAway),
    };
  }

  return {
    hub,
    presence,
    whereabouts,

    /** Refuses another socket of a person or address that has enough. @throws AppError `rate_limited` */
    requireRoom: doorway.requireRoom,

    /** Sockets that are upgraded and not yet gone, those among them that were told to go. */
    get open(): number {
      return doorway.open;
    },

    /** Serves an upgraded `/ws` socket. Ask `requireRoom` just before upgrading. Never rejects. */
    serve(socket: WebSocket, { actor, ip, locale, time_zone }: Opener): Promise<void> {
      const client: Client = { wire: new SocketWire(socket), actor, ip, locale, time_zone };
      return doorway.attend(socket, client, new Connection(client, services));
    },

    /** Serves an upgraded `/ws/chat/{id}/` socket of somebody who may read that conversation. */
    serveFlat(socket: WebSocket, { actor, ip }: Opener, conversation_id: number): Promise<void> {
      const wire = new SocketWire(socket);
      const evicted = () => hub.cut(subscriber, CLOSE.removed, "no longer in this conversation");
      const subscriber: Subscriber = { wire, actor, ip, evicted };
      return doorway.attend(socket, subscriber, new FlatConnection(subscriber, conversation_id, services));
    },

    /** Somebody has another name or picture: all of the workspace are told, soon and once. */
    personChanged: people.changed,

    /** Somebody set something for themselves: their own pages are told, on all devices. */
    settingsChanged: (
      user_id: number,
      change: { changed: readonly OwnSetting[]; notifications: Notifications },
    ) => hub.publish(`actor:${user_id}`, { verb: "me", ...change }),

    /** Closes the sockets of sessions that ended, at once. */
    closeSessions(session_ids: readonly number[]): void {
      const ended = new Set(session_ids);
      hub.closeWhere(
        ({ actor: { session_id } }) => session_id !== null && ended.has(session_id),
        CLOSE.session_ended,
        "session ended",
      );
    },

    /** A visitor signed out. */
    closeVisitor(guest_id: number): void {
      hub.closeWhere(({ actor }) => actor.id === guest_id, CLOSE.session_ended, "visit ended");
    },

    /** What lets a site's visitors in has changed: those that are here come again under the new rules. */
    closeSite(site_id: number): void {
      hub.closeWhere(({ actor }) => actor.site_id === site_id, CLOSE.restart, "site changed");
    },

    /**
     * Somebody's role in a workspace changed: the conversations they may not read any more are cut off. (Who
     * is removed from one, or banned, is cut off without this.)
     */
    async membershipChanged(
      { workspace_id, user_id }: { workspace_id: number; user_id: number },
    ): Promise<void> {
      const actor: Actor = { id: user_id, kind: "member", workspace_id, role: null, session_id: null };
      for (const topic of hub.topicsOf(user_id)) {
        const conversation_id = conversationOf(topic);
        if (conversation_id === null) continue;
        try {
          await chat.access.toRead(actor, conversation_id);
        } catch (error) {
          report(error);
          if (!(error instanceof AppError) || error.code !== "not_found") continue;
          hub.evict(topic, user_id);
          hub.publish(`actor:${user_id}`, { verb: "left", conversation_id, user_id });
        }
      }
    },

    /** Tells every client to come back, and forgets all timers. */
    stop(): void {
      // What is acknowledged by now is said before the goodbye.
      hub.flush();
      hub.closeWhere(() => true, CLOSE.restart, "server restarts");
      typing.stop();
      people.stop();
      presence.stop();
    },
  };
}

/** Where it matters whether anybody is there who answers. */
function isAnswered(kind: ConversationKind): boolean {
  return kind === "site" || kind === "ticket";
}

export type Realtime = ReturnType<typeof createRealtime>;
