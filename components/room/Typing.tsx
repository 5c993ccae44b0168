import { displayName } from "@/components/person.ts";
import { TypingIndicator } from "@/components/TypingIndicator.tsx";
import type { RoomView } from "./view.ts";

/** Who of the others is writing. */
export function Typing({ view }: { view: RoomView }) {
  const names = view.room.typists.value.map((user) => user.first_name || displayName(user));
  return <TypingIndicator t={view.t} names={names} />;
}
