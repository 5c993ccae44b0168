import { useEffect, useMemo } from "preact/hooks";
import { AccountMenu } from "@/components/AccountMenu.tsx";
import type { ThemeName } from "@/components/AccountMenu.tsx";
import { Rail } from "@/components/Rail.tsx";
import { Composer } from "@/components/room/Composer.tsx";
import { Connection } from "@/components/room/Connection.tsx";
import { ConversationList } from "@/components/room/ConversationList.tsx";
import { DeleteDialog } from "@/components/room/DeleteDialog.tsx";
import {
  useLive,
  useNow,
  useOwnZone,
  useQuietReload,
  useTitle,
  useTypeAnywhere,
} from "@/components/room/hooks.ts";
import { useMembersOver } from "@/components/room/members.ts";
import { MembersPanel } from "@/components/room/MembersPanel.tsx";
import { MessageLog } from "@/components/room/MessageLog.tsx";
import { MessageSheet } from "@/components/room/MessageSheet.tsx";
import { Notices } from "@/components/room/Notices.tsx";
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
  readonly theme: ThemeName;
  readonly workspace_name: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** On a phone either the room or the list fills the screen. */
  readonly view: "room" | "list";
  /** An older page, for those without scripts: newer messages exist below. */
  readonly is_past: boolean;
}

/** The chat: list, room and members around one room's state. */
export default function Chat(props: ChatProps) {
  const { start, theme, workspace_name, is_past } = props;
  const { locale } = props.dates;
  const t = chatText(locale);
  const view = useMemo(() => createRoomView(createRoom(start), t), []);
  const { room } = view;
  const dates = useOwnZone(props.dates);
  const now = useNow(props.now);
  const over = useMembersOver(view);
  const room_name = t.room.globalName;
  const is_list = props.view === "list";
  // A page has one main thing: where the list is the whole screen, that is it.
  const Place = is_list ? "section" : "main";

  // With scripts the room itself loads what is older.
  useEffect(() => {
    if (is_past) location.replace("/chat");
  }, []);
  useLive(view);
  useTypeAnywhere(view);
  useTitle(view, room_name);
  useQuietReload(view);

  const account = (id: string) => (
    <AccountMenu
      id={id}
      t={t}
      me={room.me}
      locale={locale}
      theme={theme}
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
        />
        <Place
          class={cx("flex-1 min-w-0 flex-col bg-surface-1 md:flex", is_list ? "hidden" : "flex")}
        >
          <Connection view={view} />
          <RoomHeader view={view} name={room_name} list_href="/chat/list" />
          <MessageLog view={view} dates={dates} now={now} />
          {is_past && (
            <p class="without-scripts py-2 text-center">
              <a class="link text-13" href="/chat">{t.room.toNewest}</a>
            </p>
          )}
          <Composer view={view} room_name={room_name} />
        </Place>
      </div>
      <MembersPanel view={view} dates={dates} now={now} />
      <MessageSheet view={view} />
      <DeleteDialog view={view} />
      <Notices view={view} onReload={() => location.reload()} />
    </div>
  );
}
