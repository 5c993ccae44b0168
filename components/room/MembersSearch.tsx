import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { SeekField } from "@/components/SeekField.tsx";
import { MembersSkeleton } from "./MembersList.tsx";
import type { MembersListProps } from "./MembersList.tsx";
import type { RoomView } from "./view.ts";

/** Where one looks for somebody. Down goes to who was found, Escape gives it up. */
export function MembersSearch({ view, query }: { view: RoomView; query: Signal<string> }) {
  const { t } = view;
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    query.value = "";
    field.current?.focus();
  };
  return (
    <div class="needs-scripts flex-none px-3 pt-3">
      <SeekField
        field={field}
        list="members-list"
        label={t.members.search}
        clear_label={t.members.clear}
        value={query.value}
        onInput={(text) => void (query.value = text)}
        onClear={clear}
        onKey={(event) => {
          if (event.key === "Escape" && query.peek() !== "") clear();
          else if (event.key === "ArrowDown" || event.key === "Enter") {
            document.querySelector<HTMLElement>("#members li button")?.focus();
          } else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}

export type FoundProps = Omit<MembersListProps, "label" | "members"> & { readonly query: string };

/** Who is found. What looks for them is fetched when somebody first does. */
export function Found(props: FoundProps) {
  const { t, notices } = props.view;
  const drawn = useSignal<typeof import("./MembersFound.tsx") | null>(null);
  useEffect(() => {
    import("./MembersFound.tsx").then(
      (module) => void (drawn.value = module),
      () => notices.say(t.connection.notNow, "bad"),
    );
  }, []);
  const Drawn = drawn.value?.MembersFound;
  return Drawn ? <Drawn {...props} /> : <MembersSkeleton label={t.members.loading} rows={4} />;
}
