import type { BuildConfig } from "fresh/dev";
import { FONT_ASSETS } from "@/lib/ui/fonts.ts";

/** What the build is told; read by dev.ts. */
const config: BuildConfig = {
  root: new URL("./", import.meta.url),
  // Islands take types of the protocol: its schemas alone would cost more than all of their own code.
  forbidden: ["zod", "kysely", "jose"],
  assets: FONT_ASSETS,
  entries: {
    "sw.js": "lib/worker/sw.ts",
    "widget-panel.mjs": "lib/widget/loader/panel/panel.ts",
    "widget.js": "lib/widget/loader/main.ts",
  },
  async stylesheet({ root }) {
    const { buildStylesheet } = await import("@/lib/ui/stylesheet.ts");
    return await buildStylesheet(root);
  },
};

export default config;
