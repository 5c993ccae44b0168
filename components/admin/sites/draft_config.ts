import type { WidgetConfig } from "@/lib/protocol/sites.ts";
import { siteColors } from "@/lib/ui/site_colors.ts";
import { isHexColor } from "./draft.ts";
import type { SiteDraft } from "./draft.ts";

/** What pages would be told of a site if it were saved as it stands. A colour that is none is passed over. */
export function draftConfig(draft: SiteDraft, agents: WidgetConfig["agents"]): WidgetConfig {
  const { name, mode, locked, require_verified, look, primary_color } = draft;
  const color = isHexColor(primary_color) ? primary_color.toLowerCase() : "#0f6f7c";
  const { welcome, locale, position, teaser, prechat, offline, hours } = look;
  return {
    ...{ site_id: "", site_key: "", name, title: look.title.trim() || name.trim(), welcome: welcome.trim() },
    ...{ locale, position, mode, locked, require_verified, teaser, primary_color: color },
    ...{ colors: siteColors(color), prechat, offline, hours, is_open: true, opens_at: null, agents },
  };
}
