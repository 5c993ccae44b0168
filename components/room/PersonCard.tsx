import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { Button, IconButton } from "@/components/Button.tsx";
import { messageCircle } from "@/components/chat_icons.ts";
import { atSign, x } from "@/components/icons.ts";
import { placeBeside } from "@/components/place.ts";
import { displayName } from "@/components/person.ts";
import { Skeleton } from "@/components/States.tsx";
import { peopleText } from "@/lib/i18n/people/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { Conversation, PersonCard as Card, User } from "@/lib/protocol/entities.ts";
import { ask as send } from "@/lib/realtime/client/ask.ts";
import { otherOf } from "@/lib/realtime/client/entry.ts";
import { pathOf } from "@/lib/realtime/client/paths.ts";
import { typeMention } from "./insert.ts";
import type { OverlayProps } from "./overlay_props.ts";
import { PersonFacts, PersonPresence, PersonTags } from "./PersonFacts.tsx";

type State = "loading" | "failed" | "missing" | Card;

type Props = OverlayProps<"person">;

/** Who somebody is: beside what was activated, on a phone at its lower edge. */
export function PersonCard(props: Props) {
  // Each opening is a card of its own: that of somebody before may still be about to go.
  return <Opened key={openings.get(props.overlay)} {...props} />;
}

const openings = {
  last: 0,
  known: new WeakMap<Props["overlay"], number>(),
  get(overlay: Props["overlay"]): number {
    if (!this.known.has(overlay)) this.known.set(overlay, ++this.last);
    return this.known.get(overlay)!;
  },
};

function Opened({ view, dates, now, overlay: shown, onClose }: Props) {
  const { room, t } = view;
  const { person: words } = peopleText(dates.locale);
  const frame = useRef<HTMLDialogElement & HTMLDivElement>(null);
  const state = useSignal<State>("loading");
  const known = typeof state.value === "object" ? state.value : shown.user;
  const card = typeof state.value === "object" ? state.value : null;
  const name = known ? displayName(known) : `@${shown.username}`;
  const is_sheet = matchMedia("(max-width: 767.98px)").matches;
  // Above one's conversation with them there is nothing to lead to.
  const is_here = known !== null && otherOf(room.conversation.value, room.me.id)?.id === known.id;
  const Frame = is_sheet ? "dialog" : "div";

  async function load(): Promise<void> {
    state.value = "loading";
    state.value = await findCard(shown);
  }

  /** To the conversation with them, opened if the two never talked. */
  async function talk({ id: recipient_id }: Pick<User, "id">): Promise<void> {
    try {
      const opened = await send<Conversation>("POST", "/api/conversations/", { recipient_id });
      onClose();
      view.open(pathOf(opened));
    } catch (error) {
      view.notices.say((error as Error).message || t.connection.notNow, "bad");
    }
  }

  useEffect(() => void load(), []);

  useLayoutEffect(() => {
    const element = frame.current!;
    if (is_sheet) element.showModal();
    else element.showPopover();
    element.focus();
    return () => {
      const is_inside = element.contains(document.activeElement) || document.activeElement === document.body;
      if (is_inside && shown.from.isConnected) shown.from.focus({ preventScroll: true });
    };
  }, []);

  // It grows with what is learnt.
  useLayoutEffect(() => {
    if (!is_sheet) stand(frame.current!, shown.from);
  }, [state.value]);

  return (
    <Frame
      ref={frame}
      class={cx("person", is_sheet && "sheet")}
      popover={is_sheet ? undefined : "auto"}
      role="dialog"
      aria-label={name}
      tabIndex={-1}
      onToggle={(event: Event) => (event as ToggleEvent).newState === "closed" && onClose()}
      onClose={onClose}
      onClick={({ target }: Event) => is_sheet && target === frame.current && onClose()}
    >
      <span class="absolute end-2 top-2">
        <IconButton size={is_sheet ? "md" : "sm"} icon={x} label={t.nav.close} onClick={onClose} />
      </span>
      <div class="flex items-center gap-4 min-w-0 pe-7">
        <Avatar
          id={known?.id ?? 0}
          name={name}
          picture={known?.profile_picture}
          size={72}
          presence={known && room.statusOf({ user: known, status: card?.status ?? "offline" })}
        />
        <div class="min-w-0">
          <h2 class="line-clamp-3 text-17 font-650 break-anywhere" dir="auto">{name}</h2>
          {known && <p class="clip text-13 text-muted" dir="ltr">@{known.username}</p>}
          {known && <PersonPresence {...{ view, dates, now, person: known, card }} />}
        </div>
      </div>
      {state.value === "missing" ? <p class="text-14 text-muted">{words.missing}</p> : (
        <>
          {known && <PersonTags {...{ t, locale: dates.locale, person: known }} />}
          {card && <PersonFacts {...{ dates, card }} />}
          {state.value === "loading" && (
            <div role="status" class="grid gap-3 py-1">
              <span class="sr-only">{words.loading}</span>
              <Skeleton class="w-40" />
              <Skeleton class="w-28" />
            </div>
          )}
          {state.value === "failed" && (
            <p role="alert" class="flex flex-wrap items-center gap-x-3 gap-y-2 text-13 text-muted">
              {words.failed}
              <Button size="sm" onClick={load}>{t.room.tryAgain}</Button>
            </p>
          )}
        </>
      )}
      {known && known.id !== room.me.id && !is_here && (
        <div class="grid gap-2">
          <Button block tone="primary" icon={messageCircle} onClick={() => void talk(known)}>
            {words.message}
          </Button>
          <Button
            block
            icon={atSign}
            onClick={() => {
              onClose();
              // After the focus has gone back to where it was.
              setTimeout(() => view.field.current && typeMention(view.field.current, known.username));
            }}
          >
            {words.mention}
          </Button>
        </div>
      )}
      {known && known.id === room.me.id && <p class="text-13 text-muted">{words.you}</p>}
    </Frame>
  );
}

async function findCard({ user, username }: Props["overlay"]): Promise<State> {
  try {
    const found: Pick<User, "id"> | undefined = user ??
      (await ask<User[]>(`/api/users?username=${encodeURIComponent(username)}`))?.[0];
    return found && await ask<Card>(`/api/users/${found.id}`) || "missing";
  } catch {
    return "failed";
  }
}

/** Null for what is not there. @throws without an answer, or with another */
async function ask<Answer>(path: string): Promise<Answer | null> {
  const headers = { accept: "application/json" };
  const response = await fetch(path, { headers, signal: AbortSignal.timeout(15_000) });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return await response.json();
}

const GAP = 8;

/** Beside the list of members, else below or above what was activated; always within the window. */
function stand(card: HTMLElement, from: HTMLElement): void {
  if (!from.closest("#members")) return placeBeside(card, from.getBoundingClientRect());
  const anchor = from.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const rtl = getComputedStyle(card).direction === "rtl";
  const left = rtl ? anchor.right + GAP : anchor.left - GAP - width;
  const top = Math.min(anchor.top, innerHeight - height - GAP);
  const within = Math.min(Math.max(GAP, left), innerWidth - width - GAP);
  card.style.inset = `${Math.max(GAP, top)}px auto auto ${within}px`;
}
