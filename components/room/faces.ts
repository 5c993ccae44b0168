import type { AvatarProps } from "@/components/Avatar.tsx";
import { displayName } from "@/components/person.ts";
import type { Presence } from "@/components/person.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { customerOf, otherOf } from "@/lib/realtime/client/entry.ts";
import type { Entry } from "@/lib/realtime/client/entry.ts";
import type { RoomSession } from "@/lib/realtime/client/session.ts";

type Face = Pick<AvatarProps, "id" | "picture" | "shape" | "kind"> & { readonly name?: string };

/** The face of a conversation: of people round, of places square, of everybody's room the mark. */
export function faceOf(entry: Entry, me_id: number): Face {
  const { id, kind, picture } = entry;
  if (kind === "global") return { id: 0, shape: "place", kind: "mark" };
  const other = otherOf(entry, me_id);
  if (other) return { id: other.id, picture: other.profile_picture, shape: "person" };
  const customer = customerOf(entry);
  if (customer) return { id: customer.id, name: displayName(customer), picture: null, shape: "person" };
  return { id, picture, shape: "place" };
}

/** How things stand with the other one of two. */
export function presenceOf({ session }: { session: RoomSession }, { id }: User): Presence {
  const status = session.people.entries.value.find(({ user }) => user.id === id)?.status ?? "offline";
  return session.statusOf({ user: { id }, status });
}
