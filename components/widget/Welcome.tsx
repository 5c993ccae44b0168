import { useContext } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { Bubble } from "@/components/Bubble.tsx";
import { cx } from "@/lib/ui/cx.ts";
import { WidgetContext } from "./context.ts";
import type { RoomView } from "@/components/room/view.ts";

/** The first bubble, which nobody has sent: what the site says to whoever comes. */
export function Welcome({ view }: { view: RoomView }) {
  const { frame, t, dates, now } = useContext(WidgetContext);
  const { welcome, title, mode } = frame.config.value;
  const text = welcome || (mode === "support" ? t.welcome : t.welcomeRoom);
  const asking = frame.asking.value;
  const [agent] = frame.agents.value;
  // The strip at the end of a log that is kept free for who writes.
  const is_alone = view.room.messages.value.length === 0;
  return (
    <div class={cx("mt-auto flow-root", is_alone && "pb-[30px]")}>
      <article class="group brow brow-first">
        <span class="brow-face">
          {agent
            ? <Avatar id={agent.id} name={agent.name} picture={agent.picture} size={28} />
            : <Avatar id={0} name={title} shape="place" size={28} />}
        </span>
        <div class="brow-box">
          <div class="bub">
            <p class="prose bub-text" dir="auto">{text}</p>
          </div>
        </div>
      </article>
      {asking !== null && (
        <Bubble
          t={view.t}
          dates={dates}
          own
          state={frame.is_preview ? "sent" : "pending"}
          message={{
            ...{ client_id: "first", sender: view.room.me, content: asking, reply_to: null },
            ...{ timestamp: new Date(now).toISOString(), is_edited: false, is_deleted: false },
          }}
        />
      )}
    </div>
  );
}
