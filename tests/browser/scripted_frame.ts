/** A site as its server describes it, and a frame that says what a test lets it say. */
import type { BrowserContext } from "playwright-core";
import type { WidgetConfig } from "@/lib/protocol/sites.ts";

export const SITE = "st_clay";

export const CONFIG: WidgetConfig = {
  site_id: SITE,
  site_key: "pk_clay",
  name: "سفالینه",
  title: "سفالینه",
  welcome: "",
  locale: "auto",
  position: "right",
  mode: "support",
  locked: false,
  require_verified: false,
  teaser: true,
  primary_color: "#9c4a26",
  colors: { site: "#9c4a26", on: "#ffffff", light: "#9c4a26", dark: "#e0976f" },
  prechat: { enabled: false, name: "optional", email: "hidden", text: "" },
  offline: { enabled: true, text: "" },
  hours: null,
  is_open: true,
  opens_at: null,
  agents: [],
};

/** Says `hello` like every frame, writes down what it is told, and knows whether it may store anything. */
export const FRAME =
  `<!doctype html><title>frame</title><body style="font:14px system-ui"><input aria-label="text"><script>
const told = globalThis.told = [];
const say = globalThis.say = (message) => parent.postMessage({ peyk: 1, ...message }, "*");
addEventListener("message", ({ source, origin, data }) => source === parent && told.push({ from: origin, ...data }));
addEventListener("keydown", ({ key }) => key === "Escape" && say({ type: "close" }));
say({ type: "hello" });
</script>`;

export interface Scripted {
  readonly config?: Partial<WidgetConfig>;
  readonly frame?: string;
}

/** Answers what a page asks the server about the site, in the server's place. */
export async function scripted(
  context: BrowserContext,
  server: string,
  { config, frame = FRAME }: Scripted = {},
): Promise<void> {
  await context.route(`${server}/api/widget/config?**`, (route) =>
    route.fulfill({
      json: { ...CONFIG, ...config },
      headers: { "access-control-allow-origin": route.request().headers().origin ?? "" },
    }));
  await context.route(
    `${server}/widget/${SITE}?**`,
    (route) => route.fulfill({ contentType: "text/html", body: frame }),
  );
}
