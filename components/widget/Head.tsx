import { useSignal } from "@preact/signals";
import { useContext, useEffect } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { IconButton } from "@/components/Button.tsx";
import { ellipsis, x } from "@/components/icons.ts";
import type { Anchor } from "@/components/place.ts";
import { WidgetContext } from "./context.ts";
import type { Widget } from "./context.ts";
import type { FrameMenu } from "./FrameMenu.tsx";
import { minus } from "./icons.ts";
import { whenBack } from "./when.ts";

/** Faces beside the title. */
const FACES = 2;

/** The title, who answers and when, and what can be done with the chat itself. */
export function Head() {
  const widget = useContext(WidgetContext);
  const { frame, t, layout } = widget;
  const { title } = frame.config.value;
  const agents = frame.agents.value;
  const at = useSignal<Anchor | null>(null);
  const loaded = useSignal<{ readonly Menu: typeof FrameMenu } | null>(null);

  const load = () =>
    import("./FrameMenu.tsx").then(({ FrameMenu }) => void (loaded.value = { Menu: FrameMenu }), () => {});
  useEffect(() => {
    // A line that is away later is not needed for it then.
    const timer = setTimeout(load, 4000);
    return () => clearTimeout(timer);
  }, []);

  const Loaded = loaded.value;
  return (
    <>
      <header class="widget-head">
        {agents.length > 0 && (
          <span class="widget-faces">
            {agents.slice(0, FACES).map(({ id, name, picture }) => (
              <Avatar key={id} id={id} name={name} picture={picture} size={32} />
            ))}
          </span>
        )}
        <div class="min-w-0 flex-1">
          <h1 class="clip text-15 leading-[22px] font-650" dir="auto">{title}</h1>
          <p class="widget-status clip text-12 leading-[18px]">{statusOf(widget)}</p>
        </div>
        <div class="flex flex-none -me-1.5">
          <IconButton
            icon={ellipsis}
            label={t.menu.label}
            aria-haspopup="menu"
            aria-expanded={at.value ? "true" : "false"}
            onPointerEnter={load}
            onClick={({ currentTarget }: MouseEvent) => {
              at.value = (currentTarget as Element).getBoundingClientRect();
              void load();
            }}
          />
          {layout !== "inline" && (
            <>
              <IconButton icon={minus} label={t.menu.minimize} class="widget-minus" onClick={frame.close} />
              <IconButton icon={x} label={t.menu.close} class="widget-x" onClick={frame.close} />
            </>
          )}
        </div>
      </header>
      {at.value && Loaded && <Loaded.Menu at={at.value} onClose={() => void (at.value = null)} />}
    </>
  );
}

/** Whether somebody is there, or who else is. */
function statusOf({ frame, t, dates, now }: Widget): string {
  const { mode, is_open, opens_at, agents } = frame.config.value;
  const { status } = t;
  if (!is_open) return opens_at ? status.awayUntil(whenBack(t, dates, opens_at, now)) : status.away;
  const agent = agents.find(({ is_online }) => is_online);
  if (mode === "support") return agent ? status.online : status.soon;
  const count = frame.view.value?.room.presence.value.online_count ?? 0;
  // Of oneself alone one need not be told.
  if (count < 2) return status.room;
  const here = status.here(count);
  return agent ? here + status.comma + status.agentOnline(agent.name) : here;
}
