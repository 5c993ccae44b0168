import { batch, computed, signal } from "@preact/signals";
import type { User } from "@/lib/protocol/entities.ts";
import type { ConversationFrame, HelloFrame, PresenceFrame } from "@/lib/protocol/events.ts";
import { ask } from "@/lib/realtime/client/ask.ts";
import type { Presence } from "@/lib/realtime/client/attendance.ts";
import type { Directory } from "@/lib/realtime/client/directory.ts";
import { createOutbox } from "@/lib/realtime/client/outbox.ts";
import type { Shelf } from "@/lib/realtime/client/outbox.ts";
import type { RoomSession } from "@/lib/realtime/client/session.ts";
import { createSocket } from "@/lib/realtime/client/socket.ts";
import { createTraffic } from "@/lib/realtime/client/traffic.ts";

/** How often a visitor asks who is there, in milliseconds: they are told of nobody by themselves. */
const ASKED_EVERY = 30_000;

const NOBODY: Presence = { members_count: 0, online_count: 0, online_ids: new Set(), away_ids: new Set() };

/** Visitors see who writes, and no list of people. */
const NO_LIST: Directory = {
  find: () => undefined,
  meet() {},
  entries: signal([]),
  lists: computed(() => ({ online: [], offline: [] })),
  state: signal("idle"),
  has_more: computed(() => false),
  learn: () => false,
  more: async () => {},
  refresh: async () => {},
};

interface Deps {
  /** Oneself, as others see one. */
  readonly me: User;
  /** Bytes that one file may have. */
  readonly upload_max: number;
  /** Of the program that the page came from. */
  readonly build: string;
  /** Whether the visitor is let in, asked when connections fail; rejects when that cannot be told. */
  readonly isLetIn: () => Promise<boolean>;
  /** The server has let go of the visitor: they come in anew, under what holds by then. */
  readonly onEnded: () => void;
  /** Connected again after a while: much may have changed. */
  readonly onReturn: () => void;
}

/** What a visitor of a site has open: one connection, and what waits to be sent. As a member's, without a list. */
export function createGuestSession({ me, upload_max, build, isLetIn, onEnded, onReturn }: Deps) {
  const self = signal(me);
  const presence = signal(NOBODY);
  const outdated = signal(false);
  let was_online = false;
  let asking: ReturnType<typeof setInterval> | undefined;

  const outbox = createOutbox(me.id);
  const socket = createSocket({
    async url() {
      const { ticket } = await ask<{ ticket: string }>("POST", "/api/auth/ws-ticket");
      return `${location.origin.replace(/^http/, "ws")}/ws?ticket=${encodeURIComponent(ticket)}`;
    },
    onFrame: (frame) => onFrame(frame as ConversationFrame),
    onOnline,
    onSignedOut: onEnded,
    isSignedIn: isLetIn,
  });
  const traffic = createTraffic({ me, outbox, socket });

  function onOnline(hello: HelloFrame): void {
    outdated.value = hello.build !== build;
    if (was_online) onReturn();
    was_online = true;
    traffic.hush();
    for (const room of traffic.rooms.values()) void room.online();
    void look();
    traffic.pump();
  }

  /** Who is in the rooms that are open. */
  async function look(): Promise<void> {
    for (const conversation_id of traffic.rooms.keys()) {
      const command = { type: "chat:presence", conversation_id };
      const told = await socket.command<PresenceFrame>(command).catch(() => null);
      if (!told) continue;
      const { members_count, online_count, online_ids, away_ids } = told;
      const ids = { online_ids: new Set(online_ids), away_ids: new Set(away_ids) };
      presence.value = { members_count, online_count, ...ids };
    }
  }

  function onFrame(event: ConversationFrame): void {
    if (event.type.endsWith(":user") && "user" in event) return meet(event.user as User);
    if (!("conversation_id" in event)) return;
    const { conversation_id } = event;
    const room = traffic.rooms.get(conversation_id);
    if ("message" in event && !room) traffic.take([event.message]);
    else if ("is_typing" in event) {
      traffic.channel(conversation_id).typists.take(event.user, event.is_typing);
    } else if (event.type.endsWith(":left") && "user_id" in event && event.user_id === me.id) {
      room?.learn(null);
    }
    room?.onFrame(event);
  }

  function meet(user: User): void {
    batch(() => {
      if (user.id === me.id) self.value = user;
      for (const room of traffic.rooms.values()) room.meet(user);
    });
  }

  return {
    get me(): User {
      return self.value;
    },
    socket,
    outbox,
    status: socket.status,
    entries: signal(new Map()),
    conversations: signal(null),
    notifications: signal({ sound: true, desktop: false, all_messages: true, enter_sends: true }),
    wish: async () => {},
    presence,
    people: NO_LIST,
    statusOf: ({ user }) => presence.value.online_ids.has(user.id) ? "online" : "offline",
    upload_max,
    channel: traffic.channel,
    take: traffic.take,
    open: traffic.open,
    wake: socket.wake,
    sleep: socket.sleep,
    /** The server was renewed: load the frame again at a quiet moment. */
    outdated,
    meet,
    /** Connects, and takes up what an earlier visit left unsent. For browsers alone. */
    start(shelf: Shelf | null): void {
      outbox.open(shelf);
      socket.connect();
      asking = setInterval(() => void look(), ASKED_EVERY);
    },
    stop(): void {
      clearInterval(asking);
      traffic.stop();
      socket.stop();
    },
  } satisfies RoomSession & Record<string, unknown>;
}

export type GuestClient = ReturnType<typeof createGuestSession>;
