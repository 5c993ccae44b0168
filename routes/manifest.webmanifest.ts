import { asset } from "fresh/runtime";
import { z } from "zod";
import { dir } from "@/lib/i18n/mod.ts";
import { pagesText } from "@/lib/i18n/pages/mod.ts";
import { Language } from "@/lib/protocol/accounts.ts";
import { hex } from "@/lib/ui/tokens.ts";
import { readQuery } from "@/lib/web/body.ts";
import { define } from "@/lib/web/state.ts";

/** Browsers ask for a manifest without cookies: pages say in which language they are. */
const Query = z.object({ lang: Language.optional() });

const ICONS = [
  { name: "icon", purpose: "any" },
  { name: "maskable", purpose: "maskable" },
] as const;
const SIZES = [192, 512];

/** What the installed program is called and looks like (Web Application Manifest, W3C). */
export const handler = define.handlers({
  GET(ctx) {
    const { lang = ctx.state.locale } = readQuery(ctx.url, Query);
    const { appName, program } = pagesText(lang);
    const manifest = {
      id: "/",
      name: appName,
      short_name: appName,
      description: program.description,
      lang,
      dir: dir(lang),
      start_url: "/chat",
      scope: "/",
      display: "standalone",
      background_color: hex("surface-1", "light"),
      theme_color: hex("surface-1", "light"),
      categories: ["social", "productivity"],
      icons: ICONS.flatMap(({ name, purpose }) =>
        SIZES.map((size) => ({
          src: asset(`/icons/${name}-${size}.png`),
          sizes: `${size}x${size}`,
          type: "image/png",
          purpose,
        }))
      ),
      shortcuts: [
        { name: program.room, url: "/chat" },
        { name: program.list, url: "/chat/list" },
        { name: program.settings, url: "/settings" },
      ],
    };
    return new Response(JSON.stringify(manifest), {
      headers: {
        "content-type": "application/manifest+json; charset=utf-8",
        "cache-control": "public, max-age=3600",
        "vary": "accept-language, cookie",
      },
    });
  },
});
