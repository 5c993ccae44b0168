import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { displayName } from "@/components/person.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { peopleText } from "@/lib/i18n/people/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { fetchPage } from "@/lib/realtime/client/directory.ts";
import type { Member } from "@/lib/realtime/client/directory.ts";
import { typeInto } from "../insert.ts";
import type { RoomView } from "../view.ts";
import { candidates, OFFERED } from "./candidates.ts";
import type { Completing } from "./completing.ts";
import type { Token } from "./token.ts";

/** How long one must have stopped typing before the server is asked, in milliseconds. */
const PAUSE = 150;

export interface CompletionProps {
  readonly view: RoomView;
  readonly completing: Completing;
  readonly token: Token;
  readonly locale: Locale;
}

/** People whose name begins as what one writes behind an @, above the composer. */
export function Completion({ view, completing, token, locale }: CompletionProps) {
  const { room, field } = view;
  const { mention: words } = peopleText(locale);
  const far = useFar(token.query);
  const active = useSignal(0);
  const list = useRef<HTMLUListElement>(null);
  const messages = room.messages.value, entries = room.people.entries.value;
  const near = useMemo(
    () => [...messages.toReversed().map(({ sender }) => sender), ...entries.map(({ user }) => user)],
    [messages, entries],
  );
  const people = useMemo(
    // Guests and bots have no name to call them by.
    () => candidates([...near, ...far].filter(({ role }) => role !== null), token.query, room.me),
    [near, far, token.query],
  );
  const at = Math.min(active.value, people.length - 1);
  const chosen = people[at];

  useEffect(() => void (active.value = 0), [token.query]);

  function choose({ username }: User): void {
    completing.close();
    // The name that follows the caret, if one stood there already, stays: it was written for something.
    const after = /^\s/.test(field.current!.value.slice(token.end)) ? "" : " ";
    typeInto(field.current!, `@${username}${after}`, token.start, token.end);
  }

  useLayoutEffect(() => {
    completing.onKey = ({ key, isComposing, shiftKey, ctrlKey, metaKey, altKey }) => {
      if (!chosen || isComposing || shiftKey || ctrlKey || metaKey || altKey) return false;
      if (key === "ArrowDown") active.value = (at + 1) % people.length;
      else if (key === "ArrowUp") active.value = (at - 1 + people.length) % people.length;
      else if (key === "Enter" || key === "Tab") choose(chosen);
      else if (key === "Escape") completing.close();
      else return false;
      return true;
    };
    return () => void (completing.onKey = undefined);
  });

  useLayoutEffect(() => {
    const area = field.current!;
    const described = {
      "aria-controls": chosen && LIST,
      "aria-activedescendant": chosen && optionId(chosen),
    };
    for (const [name, value] of Object.entries(described)) {
      if (value) area.setAttribute(name, value);
      else area.removeAttribute(name);
    }
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    return () => {
      for (const name of Object.keys(described)) area.removeAttribute(name);
    };
  }, [chosen?.id]);

  if (!chosen) return null;
  return (
    <div class="completion">
      <p class="sr-only" role="status">{words.offered(people.length)}</p>
      <ul ref={list} id={LIST} role="listbox" aria-label={words.label}>
        {people.map((user, index) => (
          <li
            key={user.id}
            id={optionId(user)}
            role="option"
            aria-selected={index === at}
            class={cx(
              "flex items-center gap-2.5 min-h-10 coarse:min-h-11 px-2.5 rounded cursor-pointer",
              index === at && "bg-accent-soft",
            )}
            // The composer keeps the focus.
            onPointerDown={(event: PointerEvent) => event.preventDefault()}
            onPointerMove={() => void (active.value = index)}
            onClick={() => choose(user)}
          >
            <Avatar
              id={user.id}
              name={displayName(user)}
              picture={user.profile_picture}
              size={28}
              presence={room.statusOf({ user, status: "offline" })}
            />
            <span class="clip text-14" dir="auto">{displayName(user)}</span>{" "}
            <bdi dir="ltr" class="clip flex-1 min-w-[25%] text-13 text-muted">@{user.username}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

const LIST = "completion";
const optionId = ({ id }: User) => `completion-${id}`;

/** Whom the server knows by what was written, once one stops for a moment; nobody while it cannot be asked. */
function useFar(query: string): readonly User[] {
  const found = useSignal<readonly Member[]>([]);
  useEffect(() => {
    if (query === "") return;
    let is_past = false;
    const timer = setTimeout(async () => {
      const page = await fetchPage(`q=${encodeURIComponent(query)}`, "", OFFERED).catch(() => null);
      if (page && !is_past) found.value = page.members;
    }, PAUSE);
    return () => {
      is_past = true;
      clearTimeout(timer);
    };
  }, [query]);
  return useMemo(() => found.value.map(({ user }) => user), [found.value]);
}
