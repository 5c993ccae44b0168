import { loaderText } from "../../i18n/loader/mod.ts";
import type { Locale } from "../../i18n/mod.ts";
import type { Api, Command } from "./api.ts";
import { askConfig, type Reason } from "./config.ts";
import { make, makeIcon } from "./elements.ts";
import type { Ground, Panel, PanelModule } from "./ground.ts";
import { keepGuest } from "./guest.ts";
import { known, LOCALES, type Options, pageLocale, pageTheme } from "./options.ts";
import { keepPlace } from "./place.ts";
import { adopt, CSS } from "./styles.ts";

/** Where the panel of this build lies, and where that of any build. */
declare const FRESH_ENTRIES: Readonly<Record<string, string>>;
const PANEL = "widget-panel.mjs";

/** Lucide’s message-circle. */
const BUBBLE =
  "M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719";

/** Everything of the widget that a page has before anybody opens it. */
export function load(options: Options, api: Api): void {
  const { server, site, position, offset } = options;
  const end = new AbortController();
  const { signal } = end;
  const guest = keepGuest(site!);
  const launcher = make(
    "button",
    { type: "button", class: "launcher", "aria-expanded": "false" },
    makeIcon(BUBBLE),
  );
  const all = make("div", { class: "all" }, launcher);
  // An element of its own name: no rule of the page for `div` is meant for it.
  const host = document.createElement("peyk-widget");
  const root = host.attachShadow({ mode: "closed" });
  adopt(root, CSS);
  root.append(all);

  let ground: Ground;
  let locale: Locale = options.locale ?? pageLocale();
  let inline = false;
  let panel: Panel | undefined;
  let fetching: Promise<Panel> | undefined;
  const waiting: [Command, unknown][] = [];

  const mayFloat = keepPlace(host, (stands) => {
    inline = stands;
    if (ground) settle();
  }, signal);

  async function begin(): Promise<void> {
    const config = await askConfig(options);
    if (typeof config === "string") return leave(config);
    locale = options.locale ?? known(config.locale, ...LOCALES) ?? locale;
    ground = {
      options: { ...options, theme: options.theme ?? pageTheme() },
      config,
      guest,
      host,
      root,
      all,
      launcher,
      signal,
      get locale() {
        return locale;
      },
      get inline() {
        return inline;
      },
      tell: api.tell,
      leave,
    };
    const [x, y] = offset;
    const left = (position ?? config.position) === "left";
    const { site: colour, on } = config.colors;
    const lengths = { x: `${x}px`, y: `${y}px`, l: left ? `${x}px` : "auto", r: left ? "auto" : `${x}px` };
    for (const [name, value] of Object.entries({ site: colour, on, ...lengths })) {
      all.style.setProperty(`--${name}`, value);
    }
    speak();
    launcher.onclick = () => does("toggle");
    launcher.onpointerenter = launcher.onfocus = () => needPanel(false);
    addEventListener("pageshow", ({ persisted }) => persisted && expect(), { signal });
    if (inline) settle();
    mayFloat();
    api.tell("ready");
    api.begin(does);
    if (options.open) does("open");
  }

  function settle(): void {
    launcher.hidden = inline || !options.launcher;
    panel?.moved();
    expect();
  }

  /** Whoever was here before may have been answered. For others nothing is fetched until they ask for it. */
  function expect(): void {
    const expected = () => needPanel(inline).then((panel) => panel?.expect());
    if (inline) expected();
    else if (ground.config.teaser && guest.get()) {
      (globalThis.requestIdleCallback ?? setTimeout)(expected);
    }
  }

  function does(command: Command, given?: unknown): void {
    if (command === "setLocale") {
      const wanted = known(given, ...LOCALES);
      if (!wanted) return;
      speak(wanted);
    }
    // Who signs out has signed out, whether or not there ever was a chat.
    if (command === "logout" || (command === "identify" && !given)) {
      command = "logout";
      given = guest.get();
      guest.forget();
    }
    if (command === "show" || command === "hide") all.hidden = command === "hide";
    if (panel) return panel.does[command](given);
    waiting.push([command, given]);
    if (command === "open" || command === "toggle") needPanel(true);
    else if (command === "logout" && given) needPanel(false);
  }

  function speak(wanted = locale): void {
    locale = wanted;
    all.lang = locale;
    all.dir = locale === "fa" ? "rtl" : "ltr";
    launcher.setAttribute("aria-label", loaderText(locale).open);
  }

  async function fetchPanel(): Promise<Panel> {
    const { makePanel }: PanelModule = await import(server + FRESH_ENTRIES[PANEL])
      // The server has another build by now.
      .catch(() => import(`${server}/${PANEL}`));
    signal.throwIfAborted();
    panel = makePanel(ground);
    for (const [command, given] of waiting) panel.does[command](given);
    return panel;
  }

  /** @param wanted without it there is no chat; what is only fetched ahead may as well be fetched later */
  async function needPanel(wanted: boolean): Promise<Panel | void> {
    try {
      return await (fetching ??= fetchPanel());
    } catch {
      fetching = undefined;
      if (wanted) leave("frame");
    }
  }

  /** The page is as if the script had never been there. */
  function leave(why: Reason, code = ""): void {
    if (signal.aborted) return;
    end.abort();
    host.remove();
    console.warn(`Peyk: ${loaderText(pageLocale()).why[why]}`, code);
  }

  const start = () => void begin().catch(() => leave("frame"));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start, { once: true, signal });
  else start();
}
