import { Bubble } from "@/components/Bubble.tsx";
import type { BubbleProps } from "@/components/Bubble.tsx";
import type { LogLook } from "@/components/room/look.ts";
import { Receipt } from "@/components/room/Receipt.tsx";
import { Welcome } from "./Welcome.tsx";

/** More than two may talk here: who wrote stands beside what they say. */
function GuestBubble(props: BubbleProps) {
  return <Bubble {...props} authored />;
}

/** How a log looks in a widget. */
export const GUEST_LOOK: LogLook = {
  Bubble: GuestBubble,
  First: Welcome,
  Nothing: Welcome,
  Receipt,
  SeenLine: () => null,
};
