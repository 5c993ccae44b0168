/** What an address of the chat leads to. */
export interface Goal {
  /** Null for the room of everybody. */
  readonly conversation_id: number | null;
  /** The list as a screen of its own, on a phone. */
  readonly is_list: boolean;
  /** Id of a message. */
  readonly message_id: number | null;
}

const PLACE = /^\/chat(?:\/(list)|\/c\/(\d{1,16}))?\/?$/;

/** Where one of our own addresses leads within the chat; null for all that is elsewhere. */
export function goalOf(
  { origin, pathname, search }: Pick<URL, "origin" | "pathname" | "search">,
): Goal | null {
  const found = origin === location.origin ? PLACE.exec(pathname) : null;
  const asked = new URLSearchParams(search);
  // Other questions are for pages of the past, without scripts.
  if (!found || [...asked.keys()].some((name) => name !== "m")) return null;
  return {
    conversation_id: found[2] ? Number(found[2]) : null,
    is_list: found[1] !== undefined,
    message_id: Number(asked.get("m")) || null,
  };
}

/** Address of a message for whoever may read it. */
export function addressOf(path: string, message_id: number): string {
  return `${path}?m=${message_id}`;
}

/** Whether a press on a link is an ordinary one: others open it elsewhere. */
export function isPlain(
  { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }: MouseEvent,
): boolean {
  return !defaultPrevented && button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
