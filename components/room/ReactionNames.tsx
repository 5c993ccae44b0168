import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { displayName } from "@/components/person.ts";
import { placeBeside } from "@/components/place.ts";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { User } from "@/lib/protocol/entities.ts";
import type { Naming } from "./overlay.ts";
import type { RoomView } from "./view.ts";

/** More than this are counted. */
const NAMED = 8;

export interface ReactionNamesProps {
  readonly view: RoomView;
  readonly naming: Naming;
  readonly locale: Locale;
}

/** Who reacted with this, beside its pill, for as long as one asks. */
export function ReactionNames({ view, naming, locale }: ReactionNamesProps) {
  const { room } = view;
  const { message_id, emoji, pill } = naming;
  const t = actsText(locale).names;
  const ref = useRef<HTMLDivElement>(null);
  const reaction = room.messages.value.find(({ id }) => id === message_id)?.reactions
    .find((one) => one.emoji === emoji);
  const ids = inOrder(reaction?.user_ids ?? [], room.me.id).slice(0, NAMED);
  const names = useNames(view, ids);
  const count = reaction?.count ?? 0;

  useLayoutEffect(() => {
    ref.current?.showPopover();
    if (ref.current) placeBeside(ref.current, pill.getBoundingClientRect());
  });
  useEffect(() => {
    const close = () => void (view.naming.value = null);
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && close();
    // A finger that rests has no way to leave: the next touch or a movement of the page ends it.
    const onPress = ({ pointerType }: PointerEvent) => pointerType !== "mouse" && close();
    addEventListener("keydown", onKey);
    addEventListener("pointerdown", onPress);
    addEventListener("scroll", close, true);
    pill.setAttribute("aria-describedby", "reaction-names");
    return () => {
      pill.removeAttribute("aria-describedby");
      removeEventListener("keydown", onKey);
      removeEventListener("pointerdown", onPress);
      removeEventListener("scroll", close, true);
    };
  }, [pill]);

  if (count === 0) return null;
  const known = ids.flatMap((id) => id === room.me.id ? [t.you] : names.get(id) ?? []);
  return (
    <section aria-label={view.t.reactions.label}>
      <div ref={ref} popover="manual" role="tooltip" id="reaction-names" class="tip">
        {known.length === 0 ? t.loading : (
          <>
            {known.map((name, index) => (
              <Fragment key={name}>
                {index > 0 && (locale === "fa" ? "، " : ", ")}
                <bdi>{name}</bdi>
              </Fragment>
            ))}
            {count > known.length && ` ${t.others(count - known.length)}`}
          </>
        )}
      </div>
    </section>
  );
}

/** Oneself first. */
function inOrder(ids: readonly number[], me_id: number): number[] {
  return ids.includes(me_id) ? [me_id, ...ids.filter((id) => id !== me_id)] : [...ids];
}

/** Names of people: those who are about are known, the others are asked for. */
function useNames({ room }: RoomView, ids: readonly number[]): ReadonlyMap<number, string> {
  const fetched = useSignal<ReadonlyMap<number, string>>(new Map());
  const names = new Map(fetched.value);
  for (const { sender } of room.messages.value) names.set(sender.id, displayName(sender));
  for (const { user } of room.people.entries.value) names.set(user.id, displayName(user));
  const unknown = ids.filter((id) => id !== room.me.id && !names.has(id));
  useEffect(() => {
    for (const id of unknown) {
      fetch(`/api/users/${id}`, { headers: { accept: "application/json" } })
        .then((answer) => answer.ok ? answer.json() as Promise<User> : null)
        .then((user) => {
          if (user) fetched.value = new Map(fetched.peek()).set(id, displayName(user));
        })
        .catch(() => {});
    }
  }, [unknown.join()]);
  return names;
}
