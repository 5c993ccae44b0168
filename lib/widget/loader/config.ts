import type { LoaderText } from "../../i18n/loader/mod.ts";
import type { WidgetConfig } from "../../protocol/sites.ts";
import type { Options } from "./options.ts";

export type Reason = keyof LoaderText["why"];

/** What the site looks like, or why there is no chat on this page. */
export async function askConfig({ script, server, site }: Options): Promise<WidgetConfig | Reason> {
  if (!site) return "site";
  // Every page on every disk has the same origin, which no list can allow.
  if (self.origin === "null") return "disk";
  try {
    const asked = `${server}/api/widget/config?site_id=${encodeURIComponent(site)}`;
    const response = await fetch(asked, { credentials: "omit" });
    if (response.ok) return await response.json();
    return response.status < 500 ? "refused" : "away";
  } catch {
    // Browsers keep a refusal from whom it refuses. Whether anybody is there, the script itself tells.
    return await fetch(script, { method: "HEAD", cache: "no-store" }).then(() => "refused", () => "away");
  }
}
