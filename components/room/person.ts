import { normalizeKey } from "@/lib/i18n/normalize.ts";
import type { RoomView } from "./view.ts";

/**
 * Moves from a message to the people in it, against the direction of the text, and among them both ways; Enter
 * opens a card. True when it took the key.
 */
export function onPersonKey(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const row = target.closest("article");
  const at_person = target.matches("[data-person], [data-mention]");
  if (!row || (target !== row && !at_person)) return false;
  if (at_person && (event.key === "Enter" || event.key === " ")) target.click();
  else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    const people = Array.from(row.querySelectorAll<HTMLElement>("header [data-person], [data-mention]"));
    const is_forwards = (getComputedStyle(row).direction === "rtl") === (event.key === "ArrowLeft");
    // Forwards there are the reactions.
    if (!at_person && (is_forwards || people.length === 0)) return false;
    const next = at_person ? people.indexOf(target) + (is_forwards ? 1 : -1) : 0;
    (people[next] ?? row).focus({ preventScroll: true });
  } else return false;
  event.preventDefault();
  return true;
}

/** Opens the card of whoever was activated in a log: an author by picture or name, or somebody mentioned. */
export function onPerson(view: RoomView, event: Event): void {
  const from = (event.target as Element).closest<HTMLElement>("[data-person], [data-mention]");
  if (!from) return;
  event.preventDefault();
  const { person: id, mention: username } = from.dataset;
  const { room } = view;
  const author = id && room.messages.peek().find(({ sender }) => sender.id === Number(id))?.sender;
  if (author) view.overlay.value = { kind: "person", user: author, username: author.username, from };
  else if (username) {
    const key = normalizeKey(username);
    const known = room.people.entries.peek().find(({ user }) => normalizeKey(user.username) === key);
    view.overlay.value = { kind: "person", user: known?.user ?? null, username, from };
  }
}
