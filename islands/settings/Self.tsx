import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { tellZone } from "@/components/tell_zone.ts";
import { displayName } from "@/components/person.ts";
import type { User } from "@/lib/protocol/entities.ts";

/** Oneself at the foot of the rail; a new picture shows there at once. */
export default function Self({ self, label }: { readonly self: Signal<User>; readonly label: string }) {
  const { id, profile_picture } = self.value;
  const name = displayName(self.value);
  // Whichever page one comes to first, the next one knows the time there.
  useEffect(() => void tellZone(), []);
  return (
    <a
      href="/settings/profile"
      aria-label={label}
      title={name}
      class="grid place-items-center size-10 coarse:size-11 rounded-full"
    >
      <Avatar id={id} name={name} picture={profile_picture} size={32} />
    </a>
  );
}
