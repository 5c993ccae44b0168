import { batch } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { GuestSession, WidgetConfig } from "@/lib/protocol/sites.ts";
import { NOBODY } from "@/lib/widget/client/opening.ts";
import { siteThemeCss } from "@/lib/ui/site_theme.ts";

/** From the admin panel to the frame in it: how the site would be. */
export interface Previewed {
  readonly config: WidgetConfig;
  readonly theme: "light" | "dark";
  /** Something that a visitor might write. */
  readonly said: string;
}

/** What is posted in both directions; without anything in it: the frame is there. */
export interface PreviewMessage {
  readonly peyk_preview: Previewed | null;
}

export interface PreviewStage {
  readonly config: Signal<WidgetConfig>;
  readonly asking: Signal<string | null>;
  readonly show: (session: GuestSession) => Promise<void>;
}

/** A visitor whom no server knows. */
const SESSION: GuestSession = {
  ...{ guest_id: "", token: "", files_token: "", expires_in: 0, verified: true, conversation_id: null },
  user: NOBODY,
};

/**
 * Shows the chat as the page around it wants it seen: nobody is let in, nothing is sent, and nothing in it can be
 * pressed. Only a page of our own is listened to.
 * @returns ends it
 */
export function play({ config, asking, show }: PreviewStage): () => void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  document.body.inert = true;

  function onMessage({ source, origin, data }: MessageEvent): void {
    if (source !== parent || origin !== location.origin) return;
    const shown = (data as PreviewMessage | null)?.peyk_preview;
    if (!shown) return;
    sheet.replaceSync(siteThemeCss(shown.config.colors));
    document.documentElement.dataset.theme = shown.theme;
    batch(() => {
      config.value = shown.config;
      asking.value = shown.said;
    });
  }

  addEventListener("message", onMessage);
  void show(SESSION);
  parent.postMessage({ peyk_preview: null } satisfies PreviewMessage, location.origin);
  return () => removeEventListener("message", onMessage);
}
