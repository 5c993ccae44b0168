import { LightboxHost } from "@/components/lightbox/LightboxHost.tsx";
import { cx } from "@/lib/ui/cx.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { SourceTag } from "@/components/SourceTag.tsx";
import { afterPage } from "./after_page.tsx";
import { Composer } from "./Composer.tsx";
import { useHelpKey } from "./help_key.ts";
import { useClosing, useTypeAnywhere } from "./hooks.ts";
import { useMembersOver } from "./members.ts";
import { MENTIONING } from "./mention/mentioning.ts";
import { MessageLog } from "./MessageLog.tsx";
import { nameOf } from "./naming.ts";
import { Overlays } from "./Overlays.tsx";
import { PinBar } from "./PinBar.tsx";
import { RoomHeader } from "./RoomHeader.tsx";
import { RoomPanel } from "./RoomPanel.tsx";
import { latePart } from "./late_part.tsx";
import type { Shell } from "./shell.ts";
import type { RoomView } from "./view.ts";

export interface RoomScreenProps {
  readonly shell: Shell;
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

const Connection = afterPage(({ Connection }) => Connection);
const DropZone = afterPage(({ DropZone }) => DropZone);
/** Without scripts it is a form; with them it is never seen. */
const PlainPlaces = latePart(({ PlainPlaces }) => PlainPlaces);

/** One room on the screen: its messages, where one writes, who is in it, and what lies over it. */
export function RoomScreen({ shell, view, dates, now }: RoomScreenProps) {
  const { room, t } = view;
  const name = nameOf(t, room.conversation.value, room.me.id);
  const over = useMembersOver(view);
  const is_list = shell.screen.value === "list";
  const goal = view.goal.value;
  useClosing(shell, view);
  useHelpKey(view);
  useTypeAnywhere(view);
  return (
    <>
      <section
        // A page has one main thing: where the list is the whole screen, that is it.
        role={is_list ? undefined : "main"}
        aria-label={is_list ? name : undefined}
        inert={over}
        class={cx("relative flex-1 min-w-0 flex-col bg-surface-1 md:flex", is_list ? "hidden" : "flex")}
      >
        <Connection view={view} dates={dates} now={now} />
        <RoomHeader view={view} dates={dates} now={now} name={name} list_href="/chat/list" />
        <PinBar view={view} />
        {goal === "gone" && (
          <p class="without-scripts py-2 px-4 text-center text-13 text-danger" role="status">
            {t.notice.messageGone}
          </p>
        )}
        <MessageLog view={view} dates={dates} now={now} goal={goal} />
        <PlainPlaces t={t} path={room.path} is_past={room.has_newer.value} />
        <Composer
          view={view}
          room_name={name}
          locale={dates.locale}
          markOf={({ source }) => <SourceTag t={t} source={source} />}
          mentioning={MENTIONING}
        />
        <DropZone view={view} />
      </section>
      <RoomPanel view={view} dates={dates} now={now} />
      <Overlays view={view} dates={dates} now={now} />
      <LightboxHost view={view} dates={dates} now={now} />
    </>
  );
}
