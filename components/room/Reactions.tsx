import { useRef } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { smilePlus, thumbsDown, thumbsUp } from "@/components/icons.ts";
import { cx } from "@/lib/ui/cx.ts";
import { number } from "@/lib/i18n/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Message, Reaction } from "@/lib/protocol/entities.ts";
import type { RoomView } from "./view.ts";

/** A finger that stays this long asks who it was, in milliseconds. */
const LONG_PRESS = 450;

export interface ReactionsProps {
  readonly view: RoomView;
  readonly message: Message;
  readonly locale: Locale;
}

/**
 * Under a message: the two votes as one pill, then each emoji with its count, then one to add more. Without
 * scripts it is a form that posts.
 */
export function Reactions({ view, message, locale }: ReactionsProps) {
  const { t } = view;
  const { reactions } = message;
  if (reactions.length === 0) return null;
  const named = (name: string) =>
    reactions.find(({ emoji }) => emoji === name) ?? { emoji: name, count: 0, user_ids: [] };
  const like = named("like"), dislike = named("dislike");
  const pill = (reaction: Reaction) => (
    <Pill key={reaction.emoji} view={view} message={message} reaction={reaction} locale={locale} />
  );
  return (
    <form method="post" action="/chat/react" onSubmit={(event: Event) => event.preventDefault()}>
      <input type="hidden" name="message" value={message.id} />
      <div class="reactions" role="group" aria-label={t.reactions.label}>
        {like.count + dislike.count > 0 && <span class="votes">{pill(like)}{pill(dislike)}</span>}
        {reactions.filter((one) => one !== like && one !== dislike).map(pill)}
        {view.can("react", message) && (
          <button
            type="button"
            class="reaction reaction-add needs-scripts"
            tabIndex={-1}
            aria-label={t.message.react}
            title={t.message.react}
            aria-haspopup="dialog"
            onClick={(event: MouseEvent) =>
              view.act("react", message, (event.currentTarget as Element).getBoundingClientRect())}
          >
            <Icon of={smilePlus} size={14} />
          </button>
        )}
      </div>
    </form>
  );
}

interface PillProps extends ReactionsProps {
  readonly reaction: Reaction;
}

function Pill({ view, message, reaction, locale }: PillProps) {
  const { t, room, naming } = view;
  const { emoji, count, user_ids } = reaction;
  const is_mine = user_ids.includes(room.me.id);
  const pressing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const was_long = useRef(false);
  const name = emoji === "like" ? t.message.like : emoji === "dislike" ? t.message.dislike : emoji;

  const tell = ({ currentTarget }: Event) => {
    // Visitors are not told who was of a mind.
    if (count === 0 || view.outside) return;
    naming.value = { message_id: message.id, emoji, pill: currentTarget as HTMLElement };
  };
  const hush = () => {
    clearTimeout(pressing.current);
    naming.value = null;
  };
  const press = (event: PointerEvent) => {
    was_long.current = false;
    if (event.pointerType === "mouse") return;
    const { currentTarget } = event;
    clearTimeout(pressing.current);
    pressing.current = setTimeout(() => {
      was_long.current = true;
      tell({ currentTarget } as Event);
    }, LONG_PRESS);
  };

  return (
    <button
      type="submit"
      name="emoji"
      value={emoji}
      // Reached with the arrows of its message, not one by one with Tab.
      tabIndex={-1}
      class={cx("reaction", is_mine && "reaction-mine")}
      aria-label={t.reactions.pill(name, count)}
      aria-pressed={is_mine ? "true" : "false"}
      onClick={(event: Event) => {
        event.preventDefault();
        clearTimeout(pressing.current);
        if (!was_long.current) view.react(message, emoji);
      }}
      onPointerDown={press}
      onPointerUp={() => clearTimeout(pressing.current)}
      onPointerCancel={hush}
      onContextMenu={(event: Event) => was_long.current && event.preventDefault()}
      onPointerEnter={(event: PointerEvent) => event.pointerType === "mouse" && tell(event)}
      onPointerLeave={(event: PointerEvent) => event.pointerType === "mouse" && hush()}
      onFocus={(event: Event) => (event.currentTarget as Element).matches(":focus-visible") && tell(event)}
      onBlur={hush}
    >
      {emoji === "like" || emoji === "dislike"
        ? <Icon of={emoji === "like" ? thumbsUp : thumbsDown} size={14} />
        : <span class="emoji">{emoji}</span>}
      {count > 0 && <span class="num">{number(locale, count)}</span>}
    </button>
  );
}
