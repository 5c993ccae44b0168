import type { MessageRowProps } from "./MessageRow.tsx";

/** What the element of a message has, however it is drawn. What it is labelled by holds what was said. */
export function articleOf({ message, isGoal, state }: MessageRowProps) {
  const id = message.seq === undefined ? undefined : `m${message.seq}`;
  return {
    id,
    "aria-labelledby": id && `${id}-said`,
    "data-client-id": message.client_id,
    // Reached with the arrows of the log, not one by one with Tab.
    tabIndex: -1,
    autofocus: isGoal || undefined,
    "aria-busy": state === "pending" ? "true" as const : undefined,
  };
}
