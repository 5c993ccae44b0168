/**
 * The part of the loader that is fetched when the chat is opened, stands in a container, or may have an answer for
 * somebody who was here before: the frame, and what is drawn around the launcher.
 */
import type { FromFrame } from "../../messages.ts";
import type { Ground, Panel } from "../ground.ts";
import { keepGuest } from "../guest.ts";
import { endVisit } from "./ending.ts";
import { type Frame, makeFrame } from "./frame.ts";
import { keepFor } from "./lent.ts";
import { makeView, type Said } from "./view.ts";

export function makePanel(ground: Ground): Panel {
  const { options, config, guest, host, all, launcher, signal, tell } = ground;
  const { server, site, theme } = options;
  const system = matchMedia("(prefers-color-scheme:dark)");
  /** What the frame keeps here, where it has no storage of its own. */
  const lent = keepGuest(`${site}:kept`);
  let frame: Frame | undefined;
  let identity: string | null = null;
  /** Whom the frame takes the visitor for. */
  let taken: string | null = null;
  let open = false;
  let unread = 0;
  let said: Said | null = null;
  /** Where the focus was before the chat was opened. */
  let before: Element | null = null;
  /** Somebody opened it with a press or a key. */
  let pressed = false;

  const does: Panel["does"] = {
    open() {
      if (open || ground.inline) return;
      open = true;
      said = null;
      all.hidden = false;
      before = document.activeElement;
      const { element, post } = needFrame();
      fitScreen();
      paint();
      post({ type: "visibility", open });
      // A page that opens it by itself must not take the focus from whoever is just writing elsewhere.
      pressed = navigator.userActivation?.isActive ?? true;
      if (pressed) element.focus();
      tell("open");
    },
    close() {
      if (!open) return;
      open = false;
      const within = document.activeElement === host;
      paint();
      frame?.post({ type: "visibility", open });
      const back = options.launcher ? launcher : before;
      if (within && back instanceof HTMLElement) back.focus();
      tell("close");
    },
    toggle: () => open ? does.close() : does.open(),
    show: () => {},
    hide: () => does.close(),
    identify(token) {
      if (!token) return does.logout();
      identity = String(token);
      frame?.post({ type: "identify", identity });
    },
    logout(guest_id) {
      identity = null;
      // A frame that knows who leaves tells the server itself.
      if (typeof guest_id === "string" && !(frame && guest_id === taken)) void endVisit(ground, guest_id);
      frame?.post({ type: "logout" });
    },
    setLocale() {
      paint();
      frame?.post({ type: "locale", locale: ground.locale });
    },
  };
  const view = makeView(ground, {
    open: does.open,
    dismiss() {
      said = null;
      paint();
      launcher.focus();
    },
  });

  function paint(): void {
    const dark = theme === "dark" || (theme === "auto" && system.matches);
    view.paint({ dark, open, unread, said });
  }

  function needFrame(): Frame {
    if (frame) return frame;
    const { locale, inline } = ground;
    const url = new URL(`${server}/widget/${site}`);
    url.search = String(new URLSearchParams({ locale, theme, layout: inline ? "inline" : "floating" }));
    frame = makeFrame({ url, title: config.title, start, heard, lost: () => ground.leave("frame") });
    view.panel.append(frame.element);
    return frame;
  }

  function start() {
    const { locale, inline } = ground;
    // What had the focus until now was the frame without its document.
    if (open && pressed && document.activeElement === host) {
      frame!.element.blur();
      frame!.element.focus();
    }
    taken = guest.get();
    const page = { url: origin + location.pathname, title: document.title };
    return {
      type: "start",
      guest_id: taken,
      identity,
      origin,
      page,
      locale,
      open: open || inline,
      kept: lent.get() ?? undefined,
    } as const;
  }

  function heard(message: FromFrame): void {
    switch (message.type) {
      case "session":
        return met(message.guest_id);
      case "keep":
        return keepFor(lent, message.key, message.value);
      case "ready":
        return count(message.unread);
      case "unread":
        return count(message.count);
      case "message":
        return arrived(message);
      case "close":
      case "popout":
        return does.close();
      case "failed":
        return ground.leave("refused", message.code);
    }
  }

  /** Another page of the site may just have been quicker to make somebody of a new visitor: there is one of them. */
  function met(guest_id: string | null): void {
    const first = guest.get();
    if (taken === null && guest_id !== null && first !== null && first !== guest_id) return beginAnew();
    guest.set(taken = guest_id);
  }

  function count(now: number): void {
    if (now === unread) return;
    unread = now;
    paint();
    tell("unread", unread);
  }

  function arrived({ id, name, text }: Extract<FromFrame, { type: "message" }>): void {
    if (config.teaser && !open && !ground.inline) {
      said = { name, text };
      paint();
    }
    tell("message", { id, name, text });
  }

  /** On a phone it fills what the keyboard leaves of the screen. */
  function fitScreen(): void {
    if (!open || !visualViewport || visualViewport.scale > 1) return;
    all.style.setProperty("--height", `${visualViewport.height}px`);
    all.style.setProperty("--top", `${visualViewport.offsetTop}px`);
  }

  /** Other pages may have made somebody else of the visitor while the browser kept this one. */
  function comeBack({ persisted }: PageTransitionEvent): void {
    if (persisted && frame && guest.get() !== taken) beginAnew();
  }

  /**
   * On another page of the site, open beside this one, somebody unknown has begun to write, or has signed out. For whom
   * this page vouches, that is none of theirs.
   */
  function hearOthers({ key }: StorageEvent): void {
    const is_other = identity === null && guest.get() !== taken;
    if (key === `peyk:${site}` && frame && is_other) beginAnew();
  }

  function beginAnew(): void {
    dropFrame();
    if (open || ground.inline) needFrame();
  }

  function dropFrame(): void {
    frame?.remove();
    frame = undefined;
  }

  system.addEventListener("change", paint, { signal });
  addEventListener("keydown", ({ key, defaultPrevented }) => {
    if (key === "Escape" && !defaultPrevented) does.close();
  }, { signal });
  for (const event of ["resize", "scroll"]) visualViewport?.addEventListener(event, fitScreen, { signal });
  addEventListener("pageshow", comeBack, { signal });
  addEventListener("storage", hearOthers, { signal });
  signal.addEventListener("abort", dropFrame);
  paint();

  return {
    does,
    expect: () => void (signal.aborted || needFrame()),
    moved() {
      // In another place it would begin anew in any case.
      dropFrame();
      open = false;
      paint();
    },
  };
}
