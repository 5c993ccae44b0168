import { useEffect, useMemo } from "preact/hooks";
import type { ThemeName } from "@/components/AccountMenu.tsx";
import { isStaff, PEOPLE_FORM } from "@/components/person.ts";
import { Rail } from "@/components/Rail.tsx";
import { Account, StaffWay } from "@/components/room/Account.tsx";
import { useTitle } from "@/components/room/attention/hooks.ts";
import { useInstall } from "@/components/room/attention/install.ts";
import { useBackground } from "@/components/room/background_hook.ts";
import { ConversationList } from "@/components/room/ConversationList.tsx";
import { useOwnZone } from "@/components/own_zone.ts";
import { useLive, useQuietReload } from "@/components/room/hooks.ts";
import { useMembersOver } from "@/components/room/members.ts";
import { useMoving } from "@/components/room/moving.ts";
import { addOfMembers } from "@/components/room/load_later.ts";
import { Notices } from "@/components/room/Notices.tsx";
import { useNow } from "@/components/room/now.ts";
import { RoomScreen } from "@/components/room/RoomScreen.tsx";
import { createShell } from "@/components/room/shell.ts";
import type { ShellStart } from "@/components/room/shell.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";

addOfMembers(() => import("@/components/room/later_of_members.ts"));

/** `view`: on a phone either the room or the list fills the screen. */
export interface ChatProps extends ShellStart {
  readonly dates: DateStyle;
  /** The zone of `dates` is the person's own choice, whatever the device says. */
  readonly zone_chosen: boolean;
  readonly theme: ThemeName;
  readonly workspace_name: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The chat: the list of conversations and the room in view, in one session. */
export default function Chat(props: ChatProps) {
  const { theme, workspace_name } = props;
  const { locale } = props.dates;
  const t = chatText(locale);
  const shell = useMemo(() => createShell(props, t), []);
  const view = shell.view.value;
  const { session } = shell;
  const dates = useOwnZone(props.dates, props.zone_chosen);
  const now = useNow(props.now);
  const over = useMembersOver(view);
  const is_list = shell.screen.value === "list";

  // With scripts the room itself goes on from there, and its address is that of the room.
  useEffect(() => {
    if (!is_list && location.search) history.replaceState(history.state, "", shell.path.peek());
  }, []);
  useLive(shell);
  const install = useInstall();
  useTitle(shell);
  const background = useBackground(shell);
  useQuietReload(shell);
  const onLink = useMoving(shell);

  const account = (id: string) => (
    <Account
      id={id}
      t={t}
      me={session.me}
      locale={locale}
      theme={theme}
      install={install}
      path={shell.path.value}
    />
  );

  return (
    <div
      class="flex h-dvh min-h-0 overflow-hidden pt-[env(safe-area-inset-top)]"
      data-connection={session.status.value.state}
      data-background={background !== null}
      onClick={onLink}
    >
      {!is_list && <a href="#composer" class="skip">{t.nav.skipToComposer}</a>}
      <div class="contents" inert={over}>
        <Rail t={t} staff={isStaff(session.me) && <StaffWay t={t} />}>{account("account")}</Rail>
        <ConversationList
          shell={shell}
          dates={dates}
          now={now}
          workspace_name={workspace_name}
          account={account("account-phone")}
          foot={background && <background.NoticeOffer shell={shell} />}
        />
      </div>
      <RoomScreen key={view.room.conversation_id} shell={shell} view={view} dates={dates} now={now} />
      <form id={PEOPLE_FORM} method="get" hidden />
      <Notices shell={shell} onReload={() => location.reload()} />
    </div>
  );
}
