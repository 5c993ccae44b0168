import { computed, effect, signal } from "@preact/signals";
import { summary } from "@/components/attachments/layout.ts";
import { displayName } from "@/components/person.ts";
import { createNotice } from "@/components/room/notice.ts";
import { createRoomView } from "@/components/room/view.ts";
import type { RoomView } from "@/components/room/view.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Message, User } from "@/lib/protocol/entities.ts";
import type { GuestSession, StartGuest, WidgetConfig } from "@/lib/protocol/sites.ts";
import type { LocalFile } from "@/lib/realtime/client/parcel.ts";
import { createRoom } from "@/lib/realtime/client/room.ts";
import type { Room } from "@/lib/realtime/client/room.ts";
import { connectHost } from "@/lib/widget/client/host.ts";
import type { Host, Start } from "@/lib/widget/client/host.ts";
import { createKept, forgetTexts, shelf } from "@/lib/widget/client/kept.ts";
import type { Kept } from "@/lib/widget/client/kept.ts";
import { emptyRoom, fetchRoom, NOBODY } from "@/lib/widget/client/opening.ts";
import type { OpenWindow } from "@/lib/widget/client/popout.ts";
import { createPass, Refused } from "@/lib/widget/client/pass.ts";
import type { Pass } from "@/lib/widget/client/pass.ts";
import { createGuestSession } from "@/lib/widget/client/session.ts";
import type { GuestClient } from "@/lib/widget/client/session.ts";
import { GUEST_LOOK } from "./look.tsx";
import { offersTo } from "./offers.ts";
import { watchNews } from "./news.ts";

/** How often an open frame asks how its site stands, in milliseconds. */
const ASKED_EVERY = 60_000;
/** Under which the browser keeps who began to write before there was a conversation: by id, not by name. */
const WRITER = "peyk:writer";

export type Layout = "floating" | "inline" | "popout";

/** What the server drew the frame with. */
export interface FrameStart {
  readonly config: WidgetConfig;
  readonly layout: Layout;
  readonly locale: Locale;
  readonly upload_max_mb: number;
  readonly build: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** For the admin panel, which says what is to be seen: see `preview.ts`. */
  readonly preview?: boolean;
}

export type Phase =
  | { readonly kind: "loading" | "chat" | "popped" }
  /** `lost` may be tried again; `gone` is for good. */
  | { readonly kind: "failed"; readonly why: "lost" | "gone" | "busy"; readonly seconds: number | null };

/**
 * The widget in its frame: who the visitor is, the conversation they have before them, and what is said to the page
 * around it. It knows no markup; components show its signals and call its functions.
 */
export function createFrame(start: FrameStart, t: ChatText) {
  const config = signal(start.config);
  const phase = signal<Phase>({ kind: "loading" });
  const guest = signal<GuestSession | null>(null);
  /** The visitor was not known before this visit. */
  const is_new = signal(false);
  const view = signal<RoomView | null>(null);
  /** Somebody has it before them. */
  const open = signal(true);
  const away = computed(() => !open.value);
  /** What is being asked for the first time, while its conversation is made. */
  const asking = signal<string | null>(null);
  const sound = signal(true);
  const notices = createNotice();
  const kept = createKept(() => localStorage);
  /** For as long as a window is open. */
  const in_window = createKept(() => sessionStorage);
  const kept_key = `peyk:${start.config.site_id}`;
  let host: Host | null = null;
  let greeting: Start | null = null;
  let guest_id: string | null = null;
  /** Where the browser keeps that; null where the page around the frame does. */
  let home: Kept | null = null;
  let identity: string | null = null;
  /** The visitor is being made known to the server. */
  let meeting: Promise<GuestSession> | null = null;
  let client: GuestClient | null = null;
  let pass: Pass | null = null;
  let entering: Promise<void> | undefined;
  let stopNews: (() => void) | undefined;
  const ends: (() => void)[] = [];

  /** Who answers. Their pictures can be had once the visitor is known. */
  const agents = computed(() =>
    config.value.agents.map((one) => ({
      ...one,
      picture: guest.value && one.picture && pass!.addressOf(one.picture),
    }))
  );

  const outside = { look: GUEST_LOOK, away, offers: offersTo(config) };

  /** Comes in as whoever the browser, or the page around the frame, knows the visitor as. */
  async function begin(): Promise<void> {
    greeting = await host!.start;
    // Denied to frames of others, wherever they stand: the page around this one keeps things in its stead.
    if (!shelf()) {
      await import("@/lib/widget/client/lent_shelf.ts").then(
        ({ lendShelf }) => lendShelf(greeting?.kept, (key, value) => host!.say({ type: "keep", key, value })),
        () => {},
      );
    }
    sound.value = kept.get("peyk:sound") !== "off";
    identity = greeting?.identity ?? null;
    open.value = greeting?.open ?? true;
    const found = in_window.get(kept_key);
    guest_id = greeting ? greeting.guest_id : found ?? kept.get(kept_key);
    // A page keeps it for its frame, and a window that was opened from there for itself, should that page be gone.
    if (start.layout === "popout" && (greeting || found)) home = in_window;
    else if (!greeting) home = kept;
    await enter();
  }

  /** Comes in, and shows the conversation that the site leads to. */
  const enter = () => entering = comeIn();

  async function comeIn(): Promise<void> {
    if (view.peek() === null) phase.value = { kind: "loading" };
    try {
      await meeting?.catch(() => {});
      const is_known = guest_id !== null || identity !== null || guest.peek() !== null;
      // To look is to be nobody yet: who asks nothing is nobody that a server has to remember.
      if (!is_known && config.peek().mode === "support") return await show(null);
      const before = guest_id;
      const session = await pass!.begin(whoever());
      is_new.value = !session.verified && session.guest_id !== before;
      await show(session);
    } catch (error) {
      fail(error);
    }
  }

  /** By what a visitor is known. */
  const whoever = (): StartGuest => ({
    guest_id: guest_id ?? undefined,
    ...identity !== null && { identity },
  });

  /** Makes whoever does something known to the server, if they are not. @throws Refused */
  async function meet(): Promise<GuestSession> {
    return guest.peek() ?? await (meeting ??= pass!.begin(whoever()).finally(() => meeting = null));
  }

  function keep(session: GuestSession): void {
    guest.value = session;
    remember(session.guest_id);
    if (view.peek()?.room.conversation_id === 0) kept.set(WRITER, String(session.user.id));
    // The server did not know them any more, or knows by now who they are.
    else if (client && client.me.id !== session.user.id) void show(session).catch(fail);
  }

  function remember(id: string | null): void {
    guest_id = id;
    if (home) home.set(kept_key, id);
    if (greeting) host!.say({ type: "session", guest_id: id });
  }

  /** @param session null: of whoever is there nothing is known */
  async function show(session: GuestSession | null): Promise<void> {
    const id = session?.conversation_id ?? 0;
    const is_shown = view.peek()?.room.conversation_id === id;
    if (!is_shown || (id !== 0 && client?.me.id !== session!.user.id)) {
      leave();
      if (id === 0) showFirst(session?.user.id);
      else await openRoom(id);
      host?.say({ type: "ready", unread: view.peek()?.room.unread.peek() ?? 0 });
    }
    phase.value = { kind: "chat" };
  }

  /** Whoever it is: it is the same room until they have said something. What somebody else began there is not shown. */
  function showFirst(writer?: number): void {
    const by = writer ? String(writer) : null;
    if (kept.get(WRITER) !== by) {
      forgetTexts(NOBODY.id);
      kept.set(WRITER, by);
    }
    client = newClient(NOBODY);
    put(firstRoom(client));
  }

  function newClient(me: User): GuestClient {
    client?.stop();
    return createGuestSession({
      me,
      upload_max: start.upload_max_mb * 1024 * 1024,
      build: start.build,
      isLetIn: () => pass!.stands(),
      onEnded: () => void comeAgain(),
      onReturn: () => void refresh(),
    });
  }

  /** @throws Error as `ask` */
  async function openRoom(id: number): Promise<Room> {
    const found = await fetchRoom(id);
    client = newClient(guest.peek()!.user);
    const room = createRoom(client, found);
    put(room);
    client.start(shelf());
    room.start();
    return room;
  }

  function put(room: Room): void {
    stopNews?.();
    view.peek()?.room.stop();
    view.value = createRoomView(room, t, notices, { row: GUEST_LOOK.Bubble, outside });
    stopNews = watchNews({ room, away, sound, onRefused: refresh, say: tell });
  }

  /** Before the first message there is no conversation: what is written makes it. */
  function firstRoom(session: GuestClient): Room {
    const room = createRoom(session, emptyRoom(session.me, Date.now()));
    return {
      ...room,
      sayTyping: () => {},
      send: (content) => void askFirst(content, []),
      sendFiles: (content, _, files) => void askFirst(content, files),
    };
  }

  /** Makes the conversation and says the first thing in it; false where that failed, with the words back in place. */
  async function askFirst(content: string, files: readonly LocalFile[]): Promise<boolean> {
    const shown = view.peek();
    if (!shown) return false;
    const { field, tray } = shown;
    asking.value = content;
    try {
      await meet();
      const made = await pass!.post<{ conversation_id: number }>("/api/external/tickets", {});
      const room = await openRoom(made.conversation_id);
      if (files.length > 0) await room.readyForFiles();
      if (files.length > 0) room.sendFiles(content, null, files);
      else room.send(content, null);
      return true;
    } catch (error) {
      if (!guest.peek() && (error as Refused).code === "rate_limited") fail(error);
      else notices.say((error as Error).message || t.connection.notNow, "bad");
      void tray.add(files.map(({ file }) => file));
      if (field.current) {
        field.current.value = content;
        field.current.dispatchEvent(new Event("input", { bubbles: true }));
      }
      void refresh();
      return false;
    } finally {
      asking.value = null;
    }
  }

  /** What holds for visitors of the site has changed: in again, as who they were. */
  async function comeAgain(): Promise<void> {
    leave();
    await refresh();
    if (phase.peek().kind !== "failed") await enter();
  }

  /** How the site stands by now. */
  async function refresh(): Promise<void> {
    try {
      const answer = await fetch(`/api/widget/config?site_id=${config.peek().site_id}`);
      if (answer.ok) {
        const now: WidgetConfig = await answer.json();
        if (JSON.stringify(now) !== JSON.stringify(config.peek())) config.value = now;
        // Where many talk, one is there to be known.
        if (view.peek() && !guest.peek() && now.mode !== "support") void enter();
      } else if (answer.status === 404 || answer.status === 403) fail(new Refused("not_found", ""));
    } catch {
      // Asked again in a while.
    }
  }

  function fail(error: unknown): void {
    const { code = null, retry_after = null } = error instanceof Refused ? error : {};
    if (code === null) return void (phase.value = { kind: "failed", why: "lost", seconds: null });
    if (code === "rate_limited") {
      return void (phase.value = { kind: "failed", why: "busy", seconds: retry_after });
    }
    if (code === "identity_invalid" && identity !== null) {
      // Whoever the page says they are, it does not hold: they are let in as anybody is.
      identity = null;
      return void enter();
    }
    leave();
    phase.value = { kind: "failed", why: "gone", seconds: null };
    host?.say({ type: "failed", code });
  }

  function leave(): void {
    stopNews?.();
    view.peek()?.room.stop();
    client?.stop();
    client = null;
    view.value = null;
  }

  /** Somebody wrote while the frame was there. */
  function tell(message: Message): void {
    const { id, sender } = message;
    host?.say({ type: "message", id, text: summary(t, message), name: displayName(sender) });
  }

  /** Another language is another page; what is written is kept. */
  function speak(locale: Locale): void {
    if (locale === start.locale) return;
    const address = new URL(location.href);
    address.searchParams.set("locale", locale);
    location.replace(address);
  }

  /** The visitor is nobody any more on this device, whether or not the server can be told. */
  async function forget(): Promise<void> {
    identity = null;
    leave();
    remember(null);
    // Who is just coming in would be back in a moment.
    await entering;
    await meeting?.catch(() => {});
    leave();
    forgetTexts(NOBODY.id, guest.peek()?.user.id);
    await pass!.end();
    guest.value = null;
    remember(null);
    await enter();
  }

  return {
    config,
    agents,
    phase,
    guest,
    is_new,
    view,
    open,
    asking,
    /** Nothing is sent: it is shown how it would look. */
    is_preview: start.preview === true,
    sound,
    notices,
    kept,
    forget,
    askFirst,
    refresh,
    /** Comes in with what the visitor said of themselves. @throws Refused */
    async introduce(facts: Pick<StartGuest, "name" | "email">): Promise<void> {
      await meeting?.catch(() => {});
      await pass!.begin({ ...whoever(), ...facts });
    },
    again: () => void enter(),
    setSound(on: boolean): void {
      sound.value = on;
      kept.set("peyk:sound", on ? null : "off");
    },
    speak,
    /** The visitor has enough of it for now. */
    close(): void {
      if (start.layout === "popout") return self.close();
      if (start.layout === "floating") host?.say({ type: "close" });
    },
    /** Moves to a window of its own; who opens that comes with the menu. */
    popOut(openWindow: OpenWindow): void {
      const { search, pathname } = location;
      const query = new URLSearchParams(search);
      query.set("layout", "popout");
      const opened = openWindow(`${pathname}?${query}`, {
        ...{ guest_id, identity, locale: start.locale, open: true },
        page: greeting?.page ?? { url: location.origin + pathname, title: document.title },
        // A window has a storage of its own.
        kept: undefined,
      }, {
        onSession(id) {
          // Whoever they are there by now, they are here and on the next page as well.
          if (id) identity = null;
          remember(id);
        },
        onClosed: () => void (phase.peek().kind === "popped" && enter()),
      });
      if (!opened) return notices.say(t.connection.notNow, "bad");
      leave();
      phase.value = { kind: "popped" };
      host?.say({ type: "popout" });
    },
    /** Begins. For browsers alone. */
    start(): void {
      if (start.preview) {
        return void import("./preview.ts").then(({ play }) => ends.push(play({ config, asking, show })));
      }
      pass = createPass({
        site_key: () => config.peek().site_key,
        locale: start.locale,
        onKeyRefused: refresh,
        onSession: keep,
        onAddresses: () => view.peek()?.room.restate(pass!.readdressed),
      });
      host = connectHost();
      const asked = setInterval(() => open.peek() && void refresh(), ASKED_EVERY);
      ends.push(
        host.listen((message) => {
          if (message.type === "visibility") open.value = message.open;
          else if (message.type === "locale") speak(message.locale);
          else if (message.type === "logout") void forget();
          else if (message.type === "identify") {
            identity = message.identity;
            void enter();
          }
        }),
        effect(() => host!.say({ type: "unread", count: view.value?.room.unread.value ?? 0 })),
        // Nobody looks: the frame may be loaded again without anybody noticing.
        effect(() => {
          const is_quiet = !open.value && !view.value?.field.current?.value;
          if (is_quiet && view.value && client?.outdated.value) location.reload();
        }),
        () => clearInterval(asked),
        ...signs(),
      );
      void begin();
    },
    stop(): void {
      for (const end of ends.splice(0)) end();
      leave();
      pass?.stop();
    },
  };

  /** What the browser knows of the network, of being looked at, and of somebody who begins to write. */
  function signs(): (() => void)[] {
    const sleep = () => client?.sleep();
    const wake = () => {
      // Before there is a conversation nobody is connected.
      if (view.peek()?.room.conversation_id) client?.wake();
      if (open.peek() && view.peek()) void refresh();
    };
    const woken = () => document.hidden || wake();
    // Sending then waits for nothing.
    const begun = () => void (phase.peek().kind === "chat" && meet().catch(() => {}));
    const on: [EventTarget, string, () => void][] = [
      [self, "input", begun],
      [self, "online", wake],
      [self, "offline", sleep],
      [self, "pageshow", woken],
      [document, "visibilitychange", woken],
    ];
    return on.map(([target, name, act]) => {
      target.addEventListener(name, act);
      return () => target.removeEventListener(name, act);
    });
  }
}

export type Frame = ReturnType<typeof createFrame>;
