import { computed, effect, signal } from "@preact/signals";
import { summary } from "@/components/attachments/layout.ts";
import { displayName } from "@/components/person.ts";
import { createNotice } from "@/components/room/notice.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { WidgetConfig } from "@/lib/protocol/sites.ts";
import { connectHost } from "@/lib/widget/client/host.ts";
import type { Host, Start } from "@/lib/widget/client/host.ts";
import { in_browser, shelf } from "@/lib/widget/client/kept.ts";
import type { OpenWindow } from "@/lib/widget/client/popout.ts";
import { Refused } from "@/lib/widget/client/pass.ts";
import { createVisitor } from "@/lib/widget/client/visitor.ts";
import type { FromFrame, ToFrame } from "@/lib/widget/messages.ts";
import { createConversation } from "./conversation.ts";
import { GUEST_LOOK } from "./look.tsx";
import { offersTo } from "./offers.ts";
import { watchSigns } from "./signs.ts";

/** How often an open frame asks how its site stands, in milliseconds. */
const ASKED_EVERY = 60_000;

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
 * The widget in its frame: it brings a visitor and their conversation together, and speaks with the page around it. It
 * knows no markup; components show its signals and call its functions.
 */
export function createFrame(start: FrameStart, t: ChatText) {
  const config = signal(start.config);
  const phase = signal<Phase>({ kind: "loading" });
  /** Somebody has it before them. */
  const open = signal(true);
  const away = computed(() => !open.value);
  const sound = signal(true);
  const notices = createNotice();
  let host: Host | null = null;
  let greeting: Start | null = null;
  /** Who the visitor is changes by one thing at a time. */
  let turns: Promise<void> = Promise.resolve();
  const ends: (() => void)[] = [];
  /** To the page around the frame, if one is. */
  const say = (message: FromFrame) => void host?.say(message);

  const visitor = createVisitor({
    site_id: start.config.site_id,
    locale: start.locale,
    site_key: () => config.peek().site_key,
    tellPage: (guest_id) => say({ type: "session", guest_id }),
    onKeyRefused: refresh,
    onSession: (session) => void conversation.goOn(session).catch(fail),
    onAddresses: () => view.peek()?.room.restate(visitor.pass.readdressed),
  });
  const conversation = createConversation({
    ...{ visitor, t, notices, sound },
    outside: { look: GUEST_LOOK, away, offers: offersTo(config) },
    upload_max: start.upload_max_mb * 1024 * 1024,
    build: start.build,
    onShown: () => void (phase.value = { kind: "chat" }),
    onReady: (unread) => say({ type: "ready", unread }),
    onMessage: (message) =>
      say({ type: "message", id: message.id, text: summary(t, message), name: displayName(message.sender) }),
    onDoubt: refresh,
    onEnded: () => void comeAgain(),
    onBusy: fail,
  });
  const { view } = conversation;

  /** Who answers. Their pictures can be had once the visitor is known. */
  const agents = computed(() =>
    config.value.agents.map((one) => ({
      ...one,
      picture: visitor.session.value && one.picture && visitor.pass.addressOf(one.picture),
    }))
  );

  /** Comes in as whoever the browser, or the page around the frame, knows the visitor as. */
  async function begin(said: Start | null): Promise<void> {
    greeting = said;
    // Denied to frames of others, wherever they stand: the page around this one keeps things in its stead.
    if (!shelf()) {
      await import("@/lib/widget/client/lent_shelf.ts").then(
        ({ lendShelf }) => lendShelf(greeting?.kept, (key, value) => say({ type: "keep", key, value })),
        () => {},
      );
    }
    sound.value = in_browser.get("peyk:sound") !== "off";
    open.value = greeting?.open ?? true;
    visitor.recognize(greeting, start.layout === "popout");
    await enter();
  }

  /** Comes in, and shows the conversation that the site leads to. */
  const enter = () => inTurn(comeIn);

  function inTurn(act: () => Promise<void>): Promise<void> {
    return turns = turns.then(act);
  }

  async function comeIn(): Promise<void> {
    if (view.peek() === null) phase.value = { kind: "loading" };
    try {
      await conversation.show(await visitor.enter(config.peek().mode === "support"));
    } catch (error) {
      fail(error);
    }
  }

  /** What holds for visitors of the site has changed: in again, as who they were. */
  async function comeAgain(): Promise<void> {
    conversation.leave();
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
        if (view.peek() && !visitor.session.peek() && now.mode !== "support") void enter();
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
    conversation.leave();
    phase.value = { kind: "failed", why: "gone", seconds: null };
    say({ type: "failed", code });
  }

  /** What the page around the frame wants. */
  function obey(message: ToFrame): void {
    if (message.type === "visibility") open.value = message.open;
    else if (message.type === "locale") speak(message.locale);
    else if (message.type === "logout") void forget();
    else if (message.type === "start") void begin(message);
    else if (message.type === "identify") {
      visitor.identify(message.identity);
      void enter();
    }
  }

  /** Another language is another page; what is written is kept. */
  function speak(locale: Locale): void {
    if (locale === start.locale) return;
    const address = new URL(location.href);
    address.searchParams.set("locale", locale);
    location.replace(address);
  }

  /** The visitor is nobody any more on this device. */
  function forget(): Promise<void> {
    conversation.leave();
    visitor.disown();
    // Who is just coming in would be back in a moment.
    return inTurn(async () => {
      conversation.leave();
      await visitor.signOut();
      await comeIn();
    });
  }

  /** Moves to a window of its own; who opens that comes with the menu. */
  function popOut(openWindow: OpenWindow): void {
    const opened = openWindow({
      visitor,
      locale: start.locale,
      page: greeting?.page,
      onClosed: () => void (phase.peek().kind === "popped" && enter()),
    });
    if (!opened) return notices.say(t.connection.notNow, "bad");
    conversation.leave();
    phase.value = { kind: "popped" };
    say({ type: "popout" });
  }

  return {
    config,
    agents,
    phase,
    /** Null: whoever is there is nobody to the server. */
    guest: visitor.session,
    is_new: visitor.is_new,
    view,
    open,
    asking: conversation.asking,
    /** Nothing is sent: it is shown how it would look. */
    is_preview: start.preview === true,
    sound,
    notices,
    forget,
    askFirst: conversation.askFirst,
    introduce: visitor.introduce,
    again: () => void enter(),
    setSound(on: boolean): void {
      sound.value = on;
      in_browser.set("peyk:sound", on ? null : "off");
    },
    speak,
    /** The visitor has enough of it for now. */
    close(): void {
      if (start.layout === "popout") return self.close();
      if (start.layout === "floating") say({ type: "close" });
    },
    popOut,
    /** Begins. For browsers alone. */
    start(): void {
      if (start.preview) {
        const { asking, show } = conversation;
        return void import("./preview.ts").then(({ play }) => ends.push(play({ config, asking, show })));
      }
      visitor.pass.start();
      host = connectHost();
      const asked = setInterval(() => open.peek() && void refresh(), ASKED_EVERY);
      ends.push(
        host.listen(obey),
        effect(() => say({ type: "unread", count: view.value?.room.unread.value ?? 0 })),
        // Nobody looks: the frame may be loaded again without anybody noticing.
        effect(() => {
          if (!open.value && conversation.isOutdated()) location.reload();
        }),
        () => clearInterval(asked),
        watchSigns({
          onAsleep: conversation.sleep,
          onAwake() {
            conversation.wake();
            if (open.peek() && view.peek()) void refresh();
          },
          onInput: () => void (phase.peek().kind === "chat" && visitor.begins()),
        }),
      );
      void host.start.then(begin);
    },
    stop(): void {
      for (const end of ends.splice(0)) end();
      conversation.leave();
      visitor.pass.stop();
    },
  };
}

export type Frame = ReturnType<typeof createFrame>;
