/** Icons (Lucide, see `components/icons.ts`) of the admin panel alone: in one file they would load with the chat. */
import type { IconShape } from "@/components/icons.ts";

export const messagesSquare: IconShape = {
  d: "M16 10a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 14.286V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2zM20 9a2 2 0 0 1 2 2v10.286a.71.71 0 0 1-1.212.502l-2.202-2.202A2 2 0 0 0 17.172 19H10a2 2 0 0 1-2-2v-1",
  flows: true,
};
