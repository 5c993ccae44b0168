import { useContext } from "preact/hooks";
import { Bubble } from "@/components/Bubble.tsx";
import type { BubbleProps } from "@/components/Bubble.tsx";
import { answersVisitors } from "@/components/person.ts";
import type { LogLook } from "@/components/room/look.ts";
import { Receipt } from "@/components/room/Receipt.tsx";
import { WidgetContext } from "./context.ts";
import { Welcome } from "./Welcome.tsx";

/** More than two may talk here: who wrote stands beside what they say, and whether they speak for the site. */
function GuestBubble(props: BubbleProps) {
  const { frame, t } = useContext(WidgetContext);
  // Where one talks to the site alone, everybody does.
  const is_mixed = frame.config.value.mode !== "support";
  return <Bubble {...props} authored mark={is_mixed && answersVisitors(props.message.sender) && t.team} />;
}

/** How a log looks in a widget. */
export const GUEST_LOOK: LogLook = {
  Bubble: GuestBubble,
  First: Welcome,
  Nothing: Welcome,
  Receipt,
  SeenLine: () => null,
};
