import { useEffect, useMemo } from "preact/hooks";
import type { ThemeName } from "@/components/AccountMenu.tsx";
import { LightboxHost } from "@/components/lightbox/LightboxHost.tsx";
import { PEOPLE_FORM } from "@/components/person.ts";
import { Rail } from "@/components/Rail.tsx";
import { Account } from "@/components/room/Account.tsx";
import { useTitle } from "@/components/room/attention/hooks.ts";
import { useInstall } from "@/components/room/attention/install.ts";
import { Composer } from "@/components/room/Composer.tsx";
import { Connection } from "@/components/room/Connection.tsx";
import { ConversationList } from "@/components/room/ConversationList.tsx";
import { DropZone } from "@/components/room/DropZone.tsx";
import { useLive, useNow, useOwnZone, useQuietReload, useTypeAnywhere } from "@/components/room/hooks.ts";
import { useHelpKey } from "@/components/room/help_key.ts";
import { useIdle } from "@/components/room/idle.ts";
import { useMembersOver } from "@/components/room/members.ts";
import { MembersPanel } from "@/components/room/MembersPanel.tsx";
import { MessageLog } from "@/components/room/MessageLog.tsx";
import { Notices } from "@/components/room/Notices.tsx";
import { PlainPlaces } from "@/components/room/PlainPlaces.tsx";
import { Overlays } from "@/components/room/Overlays.tsx";
import { PinBar } from "@/components/room/PinBar.tsx";
import { useBackground } from "@/components/room/background_hook.ts";
import { RoomHeader } from "@/components/room/RoomHeader.tsx";
import { createRoomView } from "@/components/room/view.ts";
import { cx } from "@/lib/ui/cx.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { createRoom } from "@/lib/realtime/client/room.ts";
import type { RoomStart } from "@/lib/realtime/client/room.ts";

export interface ChatProps {
  readonly start: RoomStart;
  readonly dates: DateStyle;
  /** The zone of `dates` is the person's own choice, whatever the device says. */
  readonly zone_chosen: boolean;
  readonly theme: ThemeName;
  readonly workspace_name: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** On a phone either the room or the list fills the screen. */
  readonly view: "room" | "list";
  /** `seq` of a message that the address names, or that it is gone. */
  readonly goal: number | "gone" | null;
}

/** The chat: list, room and members around one room's state. */
export default function Chat(props: ChatProps) {
  const { start, theme, workspace_name, goal } = props;
  const { locale } = props.dates;
  const t = chatText(locale);
  const view = useMemo(() => createRoomView(createRoom(start), t), []);
  const { room } = view;
  const dates = useOwnZone(props.dates, props.zone_chosen);
  const now = useNow(props.now);
  const over = useMembersOver(view);
  const room_name = t.room.globalName;
  const is_list = props.view === "list";
  // A page has one main thing: where the list is the whole screen, that is it.
  const Place = is_list ? "section" : "main";

  // With scripts the room itself goes on from there, and its address is that of the room.
  useEffect(() => {
    if (!is_list && location.search) history.replaceState(history.state, "", "/chat");
  }, []);
  useLive(view);
  useHelpKey(view);
  useIdle(view);
  useTypeAnywhere(view);
  const install = useInstall();
  useTitle(view, room_name);
  const background = useBackground(view);
  useQuietReload(view);

  const account = (id: string) => (
    <Account
      id={id}
      t={t}
      me={room.me}
      locale={locale}
      theme={theme}
      install={install}
      path={is_list ? "/chat/list" : "/chat"}
    />
  );

  return (
    <div
      class="flex h-dvh min-h-0 overflow-hidden pt-[env(safe-area-inset-top)]"
      data-connection={room.status.value.state}
    >
      {!is_list && <a href="#composer" class="skip">{t.nav.skipToComposer}</a>}
      <div class="contents" inert={over}>
        <Rail t={t}>{account("account")}</Rail>
        <ConversationList
          view={view}
          dates={dates}
          now={now}
          room_name={room_name}
          workspace_name={workspace_name}
          alone={is_list}
          account={account("account-phone")}
          foot={background && <background.NoticeOffer view={view} />}
        />
        <Place
          class={cx("relative flex-1 min-w-0 flex-col bg-surface-1 md:flex", is_list ? "hidden" : "flex")}
        >
          <Connection view={view} dates={dates} now={now} />
          <RoomHeader view={view} dates={dates} now={now} name={room_name} list_href="/chat/list" />
          <PinBar view={view} />
          {goal === "gone" && (
            <p class="without-scripts py-2 px-4 text-center text-13 text-danger" role="status">
              {t.notice.messageGone}
            </p>
          )}
          <MessageLog view={view} dates={dates} now={now} goal={goal} />
          <PlainPlaces t={t} is_past={start.has_newer} />
          <Composer view={view} room_name={room_name} locale={locale} />
          <DropZone view={view} />
        </Place>
      </div>
      <form id={PEOPLE_FORM} method="get" hidden />
      <MembersPanel view={view} dates={dates} now={now} />
      <Overlays view={view} dates={dates} now={now} />
      <LightboxHost view={view} dates={dates} now={now} />
      <Notices view={view} onReload={() => location.reload()} />
    </div>
  );
}
