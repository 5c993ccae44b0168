import type { ComponentChildren } from "preact";
import { Icon } from "@/components/Icon.tsx";
import { bellOff, pin } from "@/components/chat_icons.ts";
import { bell, logOut, trash2, userPlus } from "@/components/late_icons.ts";
import type { IconShape } from "@/components/icons.ts";
import { Menu } from "@/components/Menu.tsx";
import { cx } from "@/lib/ui/cx.ts";
import { mutedWords } from "../muted.ts";
import { silenceItems } from "../RoomMenu.tsx";
import type { PartProps } from "./parts.ts";
import { rightsIn } from "./rights.ts";

const MENU = "group-mute";

/** What one wants of a group for oneself, and the ways into it and out of it. */
export function GroupSettings({ view, dates, now, words: { about: words }, question }: PartProps) {
  const { room, session, notices, t } = view;
  const conversation = room.conversation.value;
  const { run, own } = rightsIn(conversation, room.me);
  const muted = mutedWords(view, dates, now);
  // In a menu of their own they need no line above them.
  const silences = silenceItems(view, dates, now).map((item) => ({ ...item, apart: false }));
  const listed = session.entries.value.get(conversation.id);
  const is_inside = conversation.role !== null;
  const is_pinned = listed?.is_pinned ?? false;
  const pinTo = (on: boolean) =>
    session.conversations.peek()!.pin(conversation.id, on)
      .catch((error) => notices.say(error.message || t.connection.notNow, "bad"));
  return (
    <div class="grid px-2 py-2 border-y border-line">
      {is_inside && (
        <>
          <button type="button" class={LINE} popovertarget={MENU} aria-haspopup="menu">
            <Content icon={muted ? bellOff : bell} label={words.mute}>
              <span class="text-13 text-muted">{muted ?? words.muteOff}</span>
            </Content>
          </button>
          <Menu id={MENU} label={words.mute} items={silences} />
          <button
            type="button"
            role="switch"
            aria-checked={is_pinned ? "true" : "false"}
            class={LINE}
            onClick={() => void pinTo(!is_pinned)}
          >
            <Content icon={pin} label={words.pin} />
            <span class="switch" />
          </button>
        </>
      )}
      {run && (
        <button
          type="button"
          class={LINE}
          aria-haspopup="dialog"
          onClick={() => void (view.overlay.value = { kind: "add" })}
        >
          <Content icon={userPlus} label={words.add} />
        </button>
      )}
      {is_inside && (
        <button
          type="button"
          class={cx(LINE, "text-danger")}
          aria-haspopup="dialog"
          onClick={() => void (question.value = { kind: "leave" })}
        >
          <Content icon={logOut} label={words.leave} is_grave />
        </button>
      )}
      {own && (
        <button
          type="button"
          class={cx(LINE, "text-danger")}
          aria-haspopup="dialog"
          onClick={() => void (question.value = { kind: "delete" })}
        >
          <Content icon={trash2} label={words.delete} is_grave />
        </button>
      )}
    </div>
  );
}

const LINE = cx(
  "flex items-center gap-3 w-full min-h-9 coarse:min-h-11 px-2 py-1 rounded text-14 text-start hover:bg-surface-3",
);

function Content(
  { icon, label, is_grave, children }: {
    icon: IconShape;
    label: string;
    is_grave?: boolean;
    children?: ComponentChildren;
  },
) {
  return (
    <>
      <Icon of={icon} class={is_grave ? "" : "text-ink-2"} />
      <span class="flex-1 min-w-0">{label}</span>
      {children}
    </>
  );
}
