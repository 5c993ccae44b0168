/** Icons from Lucide, as in `../icons.ts`, that a widget shows at first sight. */
import type { IconShape } from "../icons.ts";

export const minus: IconShape = { d: "M5 12h14" };
export const lock: IconShape = {
  d: "M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-7a2 2 0 0 1 2 -2zM7 11V7a5 5 0 0 1 10 0v4",
};
