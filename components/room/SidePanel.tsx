import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "@/components/Button.tsx";
import { x } from "@/components/icons.ts";
import { cx } from "@/lib/ui/cx.ts";
import { useMembersOver } from "./members.ts";
import type { RoomView } from "./view.ts";

export interface SidePanelProps {
  readonly view: RoomView;
  readonly title: string;
  /** Behind the title, quieter. */
  readonly count?: string;
  readonly children: ComponentChildren;
}

const SHOWN = { auto: cx("hidden xl:flex"), open: cx("flex"), closed: cx("hidden") };

/** What stands beside a room on a desktop, lies over its edge on a tablet and over all of it on a phone. */
export function SidePanel({ view, title, count, children }: SidePanelProps) {
  const { t, members: state } = view;
  const over = useMembersOver(view);
  const panel = useRef<HTMLElement>(null);
  const close = () => void (state.value = "closed");

  useEffect(() => {
    if (over) panel.current?.querySelector("button")?.focus();
  }, [over]);

  return (
    <>
      {over && <div class="fixed inset-0 z-10 bg-scrim max-md:hidden" onClick={close} />}
      <aside
        ref={panel}
        id="members"
        aria-label={title}
        class={cx(
          "flex-none flex-col min-h-0 on-1 w-full md:w-list lg:w-aside md:border-s border-line",
          "max-lg:fixed max-lg:inset-y-0 max-lg:end-0 max-lg:z-20 max-lg:shadow-float",
          SHOWN[state.value],
        )}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === "Escape" && over && !event.defaultPrevented) close();
        }}
      >
        <header class="flex-none flex items-center gap-2 h-bar px-4 border-b border-line">
          <h2 class="flex-1 text-14 font-650">
            {title} {count && <span class="font-400 text-muted">{count}</span>}
          </h2>
          <span class="needs-scripts lg:hidden">
            <IconButton icon={x} label={t.nav.close} onClick={close} />
          </span>
        </header>
        {children}
      </aside>
    </>
  );
}
