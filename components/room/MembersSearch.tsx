import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { search as glass, x } from "@/components/icons.ts";
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
      <div class="seek">
        <Icon of={glass} size={16} class="text-muted" />
        <input
          ref={field}
          type="text"
          role="searchbox"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          enterkeyhint="search"
          aria-label={t.members.search}
          aria-controls="members-list"
          placeholder={t.members.search}
          value={query.value}
          onInput={(event: Event) => void (query.value = (event.currentTarget as HTMLInputElement).value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.isComposing) return;
            if (event.key === "Escape" && query.peek() !== "") clear();
            else if (event.key === "ArrowDown" || event.key === "Enter") {
              document.querySelector<HTMLElement>("#members li button")?.focus();
            } else return;
            event.preventDefault();
          }}
        />
        {query.value !== "" && <IconButton size="sm" icon={x} label={t.members.clear} onClick={clear} />}
      </div>
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
