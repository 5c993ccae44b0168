import { useContext } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { rotateCw } from "@/components/icons.ts";
import { cloudOff, externalLink } from "@/components/late_icons.ts";
import { EmptyState } from "@/components/EmptyState.tsx";
import { WidgetContext } from "./context.ts";
import type { Phase } from "./frame.ts";

/** It did not open, and what can be done about it. */
export function Failed({ why, seconds }: Extract<Phase, { kind: "failed" }>) {
  const { frame, t: { failed: words } } = useContext(WidgetContext);
  if (why === "gone") return <EmptyState title={words.goneTitle} text={words.goneText} />;
  const is_busy = why === "busy";
  return (
    <EmptyState
      icon={cloudOff}
      title={is_busy ? words.busyTitle : words.title}
      text={is_busy ? words.busyText(seconds ?? 60) : words.text}
      actions={<Button tone="primary" icon={rotateCw} onClick={frame.again}>{words.again}</Button>}
    />
  );
}

/** It is in a window of its own. */
export function Popped() {
  const { frame, t: { popped } } = useContext(WidgetContext);
  return (
    <EmptyState
      icon={externalLink}
      title={popped.title}
      text=""
      actions={<Button onClick={frame.again}>{popped.back}</Button>}
    />
  );
}
