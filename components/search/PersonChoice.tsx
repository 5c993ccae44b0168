import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { displayName } from "@/components/person.ts";
import { MembersSkeleton } from "@/components/room/MembersList.tsx";
import { SeekField } from "@/components/SeekField.tsx";
import type { User } from "@/lib/protocol/entities.ts";
import { ask } from "@/lib/realtime/client/ask.ts";
import { ChoiceList, ChoiceRow } from "./ChoiceList.tsx";
import type { ChoiceProps } from "./choice.ts";

/** How long one must have stopped typing, in milliseconds. */
const PAUSE = 160;
const SHOWN = 30;

/** Whose messages are looked for. */
export function PersonChoice({ t, view, onNarrow, onDone }: ChoiceProps) {
  const field = useRef<HTMLInputElement>(null);
  const text = useSignal("");
  const people = useSignal<readonly User[] | "loading" | "failed">("loading");

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    let is_over = false;
    const load = () =>
      ask<User[]>("GET", `/api/users?q=${encodeURIComponent(text.peek().trim())}&limit=${SHOWN}`).then(
        (found) => is_over || (people.value = found),
        () => is_over || (people.value = "failed"),
      );
    const timer = setTimeout(load, people.peek() === "loading" ? 0 : PAUSE);
    return () => {
      is_over = true;
      clearTimeout(timer);
    };
  }, [text.value]);

  const found = people.value;
  return (
    <div class="flex flex-col gap-1">
      <SeekField
        class="mb-1"
        field={field}
        label={t.person.field}
        value={text.value}
        onInput={(typed) => void (text.value = typed)}
        onKey={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          const body = event.currentTarget.closest(".finder-body");
          const first = body?.querySelector<HTMLElement>("li button");
          if (event.key === "Enter") first?.click();
          else first?.focus();
        }}
      />
      {found === "loading" && <MembersSkeleton label={view.t.members.loading} rows={4} />}
      {found === "failed" && <p role="alert" class="px-2.5 py-2 text-13 text-muted">{t.notLoaded}</p>}
      {typeof found === "object" && (
        <ChoiceList label={t.person.label}>
          {found.map((person) => (
            <ChoiceRow
              key={person.id}
              icon={
                <Avatar
                  id={person.id}
                  name={displayName(person)}
                  picture={person.profile_picture}
                  size={28}
                />
              }
              name={displayName(person)}
              note={`@${person.username}`}
              onSelect={() => {
                onNarrow({ person });
                onDone();
              }}
            />
          ))}
        </ChoiceList>
      )}
      {typeof found === "object" && found.length === 0 && (
        <p class="px-2.5 py-2 text-13 text-muted">{t.person.nobody}</p>
      )}
    </div>
  );
}
