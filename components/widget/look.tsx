import { useContext } from "preact/hooks";
import { Bubble } from "@/components/Bubble.tsx";
import type { BubbleProps } from "@/components/Bubble.tsx";
import type { LogLook } from "@/components/room/look.ts";
import { Receipt } from "@/components/room/Receipt.tsx";
import { WidgetContext } from "./context.ts";
import { teamMark } from "./team.ts";
import { Welcome } from "./Welcome.tsx";

/** More than two may talk here: who wrote stands beside what they say, and whether they speak for the site. */
function GuestBubble(props: BubbleProps) {
  const widget = useContext(WidgetContext);
  const { sender, reply_to } = props.message;
  return (
    <Bubble
      {...props}
      authored
      mark={teamMark(widget, sender)}
      quoteMark={reply_to && teamMark(widget, reply_to.sender)}
    />
  );
}

/** How a log looks in a widget. */
export const GUEST_LOOK: LogLook = {
  Bubble: GuestBubble,
  First: Welcome,
  Nothing: Welcome,
  Receipt,
  SeenLine: () => null,
};
