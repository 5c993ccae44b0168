/** What of a message its element is known by. */
export interface ArticleProps {
  readonly message: { readonly client_id: string; readonly seq?: number };
  readonly isGoal?: boolean;
  readonly state?: "sent" | "pending" | "failed";
}

/** What the element of a message has, however it is drawn. What it is labelled by holds what was said. */
export function articleOf({ message, isGoal, state }: ArticleProps) {
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
