import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { AccountMenu } from "@/components/AccountMenu.tsx";
import type { ThemeName } from "@/components/AccountMenu.tsx";
import { Confirm } from "@/components/Dialog.tsx";
import { circleAlert } from "@/components/icons.ts";
import { OfflineBar } from "@/components/OfflineBar.tsx";
import { displayName } from "@/components/person.ts";
import { Rail } from "@/components/Rail.tsx";
import { Composer } from "@/components/room/Composer.tsx";
import type { Subject } from "@/components/room/Composer.tsx";
import { ConversationList } from "@/components/room/ConversationList.tsx";
import { MembersPanel } from "@/components/room/MembersPanel.tsx";
import { MessageLog } from "@/components/room/MessageLog.tsx";
import { RoomHeader } from "@/components/room/RoomHeader.tsx";
import { Toast, Toasts } from "@/components/Toast.tsx";
import { TypingIndicator } from "@/components/TypingIndicator.tsx";
import { cx } from "@/lib/ui/cx.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import { createRoom } from "@/lib/realtime/client/room.ts";
import type { Room, RoomStart } from "@/lib/realtime/client/room.ts";

export interface ChatProps {
  readonly start: RoomStart;
  readonly dates: DateStyle;
  readonly theme: ThemeName;
  readonly workspace_name: string;
  readonly now: number;
  /** On a phone either the room or the list fills the screen. */
  readonly view: "room" | "list";
}

/** The chat: list, room and members around one room's state. */
export default function Chat(props: ChatProps) {
  const { start, theme, workspace_name, view } = props;
  const { locale } = props.dates;
  const t = chatText(locale);
  const room = useMemo(() => createRoom(start), []);
  const dates = useSignal(props.dates);
  const now = useNow(props.now);
  const members_open = useSignal(false);
  const subject = useSignal<Subject | null>(null);
  const doomed = useSignal<Message | null>(null);
  const notice = useNotice();
  const field = useRef<HTMLTextAreaElement>(null);
  const room_name = t.room.globalName;

  useEffect(() => {
    dates.value = inOwnZone(props.dates);
    room.start(shelf());
    const retry = () => room.retryConnection();
    addEventListener("online", retry);
    document.addEventListener("visibilitychange", retry);
    return () => {
      removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", retry);
      room.stop();
    };
  }, []);
  useTitle(room, t.room.title, room_name);
  useQuietReload(room, field.current);

  async function tell(act: Promise<void>): Promise<boolean> {
    try {
      await act;
      return true;
    } catch (error) {
      // A lost connection has no sentence of its own.
      notice.say((error as Error).message || t.connection.offline, "bad");
      return false;
    }
  }

  const account = (id: string) => (
    <AccountMenu id={id} t={t} me={room.me} locale={locale} theme={theme} onPost={postForm} />
  );

  return (
    <div class="flex h-dvh min-h-0 overflow-hidden">
      <Rail t={t}>{account("account")}</Rail>
      <ConversationList
        t={t}
        dates={dates.value}
        now={now}
        room={room}
        room_name={room_name}
        workspace_name={workspace_name}
        alone={view === "list"}
        account={account("account-phone")}
      />
      <main class={cx("flex-1 min-w-0 flex-col bg-surface-1 md:flex", view === "list" ? "hidden" : "flex")}>
        <Connection t={t} room={room} />
        <RoomHeader
          t={t}
          room={room}
          name={room_name}
          list_href="/chat/list"
          members_open={members_open.value}
          onMembers={() => void (members_open.value = !members_open.value)}
        />
        <MessageLog
          t={t}
          dates={dates.value}
          now={now}
          room={room}
          moderates={start.me.role === "owner" || start.me.role === "admin"}
          selected={subject.value?.message.id ?? null}
          onReply={(message) => void (subject.value = { kind: "reply", message })}
          onEdit={(message) => void (subject.value = { kind: "edit", message })}
          onDelete={(message) => void (doomed.value = message)}
          onCopy={async ({ content }) => {
            const copied = await navigator.clipboard.writeText(content).then(() => true, () => false);
            notice.say(copied ? t.notice.textCopied : t.notice.notCopied, copied ? "plain" : "bad");
          }}
          onWrite={() => field.current?.focus()}
        />
        <TypingIndicator
          t={t}
          names={room.typists.value.map((user) => user.first_name || displayName(user))}
        />
        <Composer
          t={t}
          room={room}
          room_name={room_name}
          draft_key={`peyk:draft:${start.me.id}:${start.conversation.id}`}
          field={field}
          subject={subject}
          onEdited={(message, content) => tell(room.edit(message.id, content))}
        />
      </main>
      <MembersPanel
        t={t}
        dates={dates.value}
        now={now}
        room={room}
        open={members_open.value}
        onClose={() => void (members_open.value = false)}
      />
      <Confirm
        open={doomed.value !== null}
        title={t.message.deleteTitle}
        text={t.message.deleteText}
        confirmLabel={t.message.deleteConfirm}
        keepLabel={t.message.deleteKeep}
        onConfirm={() => {
          const message = doomed.peek();
          doomed.value = null;
          if (message) void tell(room.remove(message.id));
        }}
        onClose={() => void (doomed.value = null)}
      />
      <Toasts>
        {notice.current.value && (
          <Toast
            tone={notice.current.value.tone}
            icon={notice.current.value.tone === "bad" ? circleAlert : undefined}
            dismissLabel={t.notice.dismiss}
            onDismiss={notice.clear}
          >
            {notice.current.value.text}
          </Toast>
        )}
      </Toasts>
    </div>
  );
}

/** Says when there is no connection, and counts down to the next attempt. */
function Connection({ t, room }: { t: ReturnType<typeof chatText>; room: Room }) {
  const status = room.status.value;
  const seconds = useSignal<number | null>(null);
  useEffect(() => {
    if (status.state !== "offline") return void (seconds.value = null);
    const count = () =>
      void (seconds.value = Math.max(0, Math.ceil((status.retry_at - Date.now()) / 1000)) || null);
    count();
    const ticking = setInterval(count, 1000);
    return () => clearInterval(ticking);
  }, [status]);
  if (status.state !== "offline") return null;
  return <OfflineBar t={t} seconds={seconds.value} onTry={room.retryConnection} />;
}

/** The time, a minute at a time; the server's until then, so that what it drew fits. */
function useNow(start: number): number {
  const now = useSignal(start);
  useEffect(() => {
    const ticking = setInterval(() => void (now.value = Date.now()), 60_000);
    return () => clearInterval(ticking);
  }, []);
  return now.value;
}

/** The number of unread messages in the tab's title while one looks elsewhere. */
function useTitle(room: Room, title: (name: string, unread: number) => string, name: string): void {
  const messages = room.messages.value;
  const unread =
    messages.filter(({ seq, sender }) => seq > room.read_seq.value && sender.id !== room.me.id).length;
  useEffect(() => {
    document.title = title(name, unread);
  }, [unread, name]);
}

/** Takes up a new version of the program when nobody looks and nothing is being written. */
function useQuietReload(room: Room, field: HTMLTextAreaElement | null): void {
  const outdated = room.outdated.value;
  useEffect(() => {
    if (!outdated) return;
    const reload = () => {
      const quiet = document.hidden && !field?.value && room.outgoing.peek().length === 0;
      if (quiet) location.reload();
    };
    reload();
    document.addEventListener("visibilitychange", reload);
    return () => document.removeEventListener("visibilitychange", reload);
  }, [outdated]);
}

interface Notice {
  readonly text: string;
  readonly tone: "plain" | "bad";
}

/** One short word at a time, gone by itself. */
function useNotice() {
  const current = useSignal<Notice | null>(null);
  useEffect(() => {
    if (current.value === null) return;
    const timer = setTimeout(() => void (current.value = null), 6000);
    return () => clearTimeout(timer);
  }, [current.value]);
  return {
    current,
    say: (text: string, tone: Notice["tone"]) => void (current.value = { text, tone }),
    clear: () => void (current.value = null),
  };
}

/** The device's own time zone where it differs, told to the server for the next page. */
function inOwnZone(dates: DateStyle): DateStyle {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  document.cookie = `peyk_zone=${timeZone}; path=/; max-age=31536000; samesite=lax`;
  return timeZone === dates.timeZone ? dates : { ...dates, timeZone };
}

function shelf(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** A real form post, so that the answer's redirect leads to the page drawn anew. */
function postForm(path: string, fields: Record<string, string>): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = path;
  for (const [name, value] of Object.entries({ return: location.pathname, ...fields })) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
