import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { circleAlert } from "@/components/icons.ts";
import { LightboxHost } from "@/components/lightbox/LightboxHost.tsx";
import { afterPage } from "@/components/room/after_page.tsx";
import { loadLater } from "@/components/room/load_later.ts";
import { MessageLog } from "@/components/room/MessageLog.tsx";
import { useNow } from "@/components/room/now.ts";
import { Overlays } from "@/components/room/Overlays.tsx";
import type { RoomView } from "@/components/room/view.ts";
import { Toasts } from "@/components/Toasts.tsx";
import { WidgetContext } from "@/components/widget/context.ts";
import type { Widget as Shared } from "@/components/widget/context.ts";
import { Foot, RunsOn } from "@/components/widget/Foot.tsx";
import { createFrame } from "@/components/widget/frame.ts";
import type { Frame, FrameStart } from "@/components/widget/frame.ts";
import { Head } from "@/components/widget/Head.tsx";
import { aside } from "@/components/widget/aside.tsx";
import { Loading } from "@/components/widget/Loading.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { defaultCalendar } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { widgetText } from "@/lib/i18n/widget/mod.ts";

/** How long after the chat what comes later is fetched, in milliseconds. */
const LATER_AFTER = 1000;

const Connection = afterPage(({ Connection }) => Connection);
const DropZone = afterPage(({ DropZone }) => DropZone);
const Toast = afterPage(({ Toast }) => Toast);
const Failed = aside(({ Failed }) => Failed);
const Popped = aside(({ Popped }) => Popped);
const OfflineForm = aside(({ OfflineForm }) => OfflineForm);
const PrechatForm = aside(({ PrechatForm }) => PrechatForm);
const Thanks = aside(({ Thanks }) => Thanks, "nothing");

/** The chat of a site within the page of that site, or in a window of its own. */
export default function Widget(props: FrameStart) {
  const { locale, layout } = props;
  const t = widgetText(locale), chat = chatText(locale);
  const frame = useMemo(() => createFrame(props, chat), []);
  const dates = useZone({ locale, calendar: defaultCalendar(locale), timeZone: zoneOf(props) });
  const now = useNow(props.now);
  const shared: Shared = useMemo(() => ({ frame, t, dates, layout, now }), [dates, now]);
  useEffect(() => {
    frame.start();
    return frame.stop;
  }, []);
  useEscape(frame);
  useFocus(frame);

  const view = frame.view.value;
  const phase = frame.phase.value;
  const said = frame.notices.current.value;
  return (
    <WidgetContext.Provider value={shared}>
      <main
        class="widget"
        data-layout={layout}
        data-phase={phase.kind}
        data-connection={view?.session.status.value.state}
      >
        <Head />
        {phase.kind === "loading" && <Loading />}
        {phase.kind === "failed" && <Failed {...phase} />}
        {phase.kind === "popped" && <Popped />}
        {phase.kind === "chat" && view && <Chat {...shared} view={view} />}
        <RunsOn />
        <Toasts>
          {said && (
            <Toast
              tone={said.tone}
              icon={said.tone === "bad" ? circleAlert : undefined}
              dismissLabel={chat.notice.dismiss}
              onDismiss={frame.notices.clear}
            >
              {said.text}
            </Toast>
          )}
        </Toasts>
      </main>
    </WidgetContext.Provider>
  );
}

/** What was said and where one writes, or what a site asks before that. */
function Chat({ frame, dates, now, view }: Shared & { view: RoomView }) {
  const { mode, is_open, offline, prechat, locked, require_verified } = frame.config.value;
  const introduced = useSignal(false);
  /** Where an answer to what was left is sent to. */
  const left = useSignal<string | null>(null);
  const { room } = view;
  const may_write = !locked && !(require_verified && !frame.guest.value?.verified);
  const is_first = room.conversation_id === 0;
  // Where many talk, whoever has said something there is known already.
  const is_new = is_first || (mode !== "support" && !introduced.value && frame.is_new.value);

  useEffect(() => {
    const timer = setTimeout(() => void loadLater().catch(() => {}), LATER_AFTER);
    return () => clearTimeout(timer);
  }, []);

  if (may_write && mode === "support" && is_first && !is_open && offline.enabled) {
    return <OfflineForm onDone={(email) => void (left.value = email)} />;
  }
  if (may_write && is_new && prechat.enabled) {
    return <PrechatForm onDone={() => void (introduced.value = true)} />;
  }
  return (
    <section class="relative flex-1 min-h-0 flex flex-col">
      <Connection view={view} dates={dates} now={now} />
      <MessageLog key={room.conversation_id} view={view} dates={dates} now={now} goal={null} />
      {left.value !== null && may_write
        ? <Thanks email={left.value} onMore={() => void (left.value = null)} />
        : <Foot view={view} />}
      {may_write && <DropZone view={view} />}
      <Overlays view={view} dates={dates} now={now} />
      <LightboxHost view={view} dates={dates} now={now} />
    </section>
  );
}

/** Until the browser says where it is: where the site is, as the server drew it. */
function zoneOf({ config }: FrameStart): string {
  return config.hours?.time_zone ?? "UTC";
}

function useZone(start: DateStyle): DateStyle {
  const dates = useSignal(start);
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    if (timeZone !== start.timeZone) dates.value = { ...start, timeZone };
  }, []);
  return dates.value;
}

/** Escape closes the chat where nothing lies over it. */
function useEscape(frame: Frame): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      const view = frame.view.peek();
      const is_covered = view?.overlay.peek() || view?.looked_at.peek() || view?.subject.peek() ||
        document.querySelector("dialog[open], :popover-open");
      if (!is_covered) frame.close();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

/** Whoever opens the chat can write; on a phone that would bring the keyboard up. */
function useFocus(frame: Frame): void {
  const is_open = frame.open.value;
  const view = frame.view.value;
  useEffect(() => {
    if (is_open && view && document.hasFocus() && !matchMedia("(pointer: coarse)").matches) view.write();
  }, [is_open, view]);
}
