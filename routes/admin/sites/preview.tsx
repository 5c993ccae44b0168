import { page } from "fresh";
import { z } from "zod";
import { draftConfig } from "@/components/admin/sites/draft_config.ts";
import { WidgetDocument } from "@/components/widget/Document.tsx";
import type { FrameStart } from "@/components/widget/frame.ts";
import Widget from "@/islands/Widget.tsx";
import { CreateSite } from "@/lib/protocol/sites.ts";
import { readQuery } from "@/lib/web/body.ts";
import { framePolicy } from "@/lib/web/frame.ts";
import { define } from "@/lib/web/state.ts";

const Query = z.object({ locale: z.enum(["fa", "en"]), theme: z.enum(["light", "dark"]) });

/** The chat of a site that is still being thought of: within the panel, whose form says what is to be seen. */
export const handler = define.handlers({
  GET({ state, url }) {
    const { config: { upload_max_mb }, build, now } = state.app;
    const { locale, theme } = readQuery(url, Query);
    const config = draftConfig(CreateSite.parse({ name: "-" }), []);
    const frame: FrameStart = {
      ...{ config, locale, upload_max_mb, build, now: now(), layout: "floating", preview: true },
    };
    // Nobody's list: pages of our own alone show it.
    return page({ frame, locale, theme }, { headers: framePolicy([]) });
  },
});

export const config = { skipAppWrapper: true, skipInheritedLayouts: true };

export default define.page<typeof handler>(({ data: { frame, locale, theme } }) => (
  <WidgetDocument locale={locale} theme={theme} title={frame.config.title} sheet={null}>
    <Widget {...frame} />
  </WidgetDocument>
));
