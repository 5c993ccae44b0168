/** Icons from Lucide, as in `../icons.ts`, that a widget shows at first sight. */
import type { IconShape } from "../icons.ts";

export const minus: IconShape = { d: "M5 12h14" };
