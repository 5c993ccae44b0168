import { displayName, toPage } from "@/components/person.ts";
import type { User } from "@/lib/protocol/entities.ts";
import type { RoomView } from "./view.ts";

/** The other one of two, above their conversation: opens who they are. */
export function PersonButton({ view, person }: { view: RoomView; person: User }) {
  const name = displayName(person);
  return (
    <button
      {...toPage(person.id)}
      aria-haspopup="dialog"
      title={view.t.room.profile(name)}
      class="clip max-w-full text-start hover:underline coarse:py-3 coarse:-my-3"
      dir="auto"
      onClick={(event: MouseEvent & { currentTarget: HTMLElement }) => {
        event.preventDefault();
        const { username } = person;
        view.overlay.value = { kind: "person", user: person, username, from: event.currentTarget };
      }}
    >
      {name}
    </button>
  );
}
