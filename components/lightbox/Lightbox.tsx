import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { summary } from "@/components/attachments/layout.ts";
import { IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronLeft } from "@/components/chat_icons.ts";
import { x } from "@/components/icons.ts";
import { chevronRight, download, externalLink, zoomIn, zoomOut } from "@/components/late_icons.ts";
import { displayName } from "@/components/person.ts";
import { SourceTag } from "@/components/SourceTag.tsx";
import { Clip, Name } from "@/components/Text.tsx";
import { Time } from "@/components/Time.tsx";
import type { RoomView } from "@/components/room/view.ts";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { largeOf, picturesOf } from "./pictures.ts";
import { Stage, type StageHandle } from "./Stage.tsx";
import { STEP, type Swipe } from "./zoom.ts";

export interface LightboxProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

/** The pictures of a room in large, one at a time. Loaded when the first of them is opened. */
export default function Lightbox({ view, dates, now }: LightboxProps) {
  const { room, t, looked_at } = view;
  const words = actsText(dates.locale).lightbox;
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<StageHandle>(null);
  const is_closer = useSignal(false);
  const pictures = picturesOf(room.messages.value);
  const index = pictures.findIndex(({ attachment }) => attachment.id === looked_at.value);
  const looked = pictures[index];
  const close = () => dialog.current!.close();

  useEffect(() => dialog.current!.showModal(), []);

  // Its message was deleted, or the window of messages has moved on.
  useEffect(() => {
    if (!looked) close();
  }, [looked === undefined]);

  // What lies around is read anew at each act: pictures come and go while one looks.
  const go = useMemo(() => (find: (at: number, count: number) => number): void => {
    const all = picturesOf(room.messages.peek());
    const at = all.findIndex(({ attachment }) => attachment.id === looked_at.peek());
    const to = all[find(at, all.length)];
    if (to) looked_at.value = to.attachment.id;
    else stage.current?.whole();
  }, []);
  const goBy = (step: number) => go((at) => at + step);

  const onSwipe = useMemo(() => (swipe: Swipe): void => {
    if (swipe === "down") close();
    // What comes next stands where reading goes on, and is drawn in from there.
    else goBy((swipe === "left") === isRtl() ? -1 : 1);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const acts: Record<string, () => void> = {
      ArrowLeft: () => goBy(isRtl() ? 1 : -1),
      ArrowRight: () => goBy(isRtl() ? -1 : 1),
      Home: () => go(() => 0),
      End: () => go((_, count) => count - 1),
      "+": () => stage.current?.zoomBy(STEP),
      "=": () => stage.current?.zoomBy(STEP),
      "-": () => stage.current?.zoomBy(1 / STEP),
      "0": () => stage.current?.whole(),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  /** The neighbours, once this one is there. */
  function fetchAround(): void {
    for (const near of [pictures[index + 1], pictures[index - 1]]) {
      if (near) new Image().src = largeOf(near.attachment);
    }
  }

  if (!looked) return <dialog ref={dialog} class="lightbox" onClose={() => void (looked_at.value = null)} />;
  const { attachment, message } = looked;
  const { file, name } = attachment;
  return (
    <dialog
      ref={dialog}
      class="lightbox"
      data-theme="dark"
      aria-label={words.label}
      onClose={() => void (looked_at.value = null)}
      onKeyDown={onKeyDown}
    >
      <header class="flex items-center gap-1 px-2 h-bar">
        <span class="flex-1 px-2 text-13 text-ink-2" role="status">
          {words.counter(index + 1, pictures.length)}
        </span>
        <IconButton
          icon={zoomOut}
          label={words.farther}
          disabled={!is_closer.value}
          class="max-md:hidden"
          onClick={() => stage.current?.zoomBy(1 / STEP)}
        />
        <IconButton
          icon={zoomIn}
          label={words.closer}
          class="max-md:hidden"
          onClick={() => stage.current?.zoomBy(STEP)}
        />
        <IconButton icon={download} label={t.files.download(name)} href={`${file}?download`} />
        <a
          href={file}
          target="_blank"
          rel="noopener"
          class="relative inline-grid place-items-center flex-none transition size-[34px] rounded coarse:size-11 text-ink-2 hover:bg-surface-3 hover:text-ink"
          aria-label={words.original}
          title={words.original}
        >
          <Icon of={externalLink} />
        </a>
        <IconButton icon={x} label={t.nav.close} autoFocus onClick={close} />
      </header>
      <Stage
        key={attachment.id}
        t={t}
        attachment={attachment}
        label={t.files.photo(name, index + 1, pictures.length)}
        handle={stage}
        onSwipe={onSwipe}
        onBeside={close}
        onZoom={(closer) => void (is_closer.value = closer)}
        onLoad={fetchAround}
      />
      {index > 0 && (
        <IconButton
          icon={chevronLeft}
          size="lg"
          label={words.previous}
          class="lightbox-previous"
          onClick={() => goBy(-1)}
        />
      )}
      {index < pictures.length - 1 && (
        <IconButton
          icon={chevronRight}
          size="lg"
          label={words.next}
          class="lightbox-next"
          onClick={() => goBy(1)}
        />
      )}
      <footer class="px-4 pt-2 pb-4 text-center text-13 leading-5 text-ink-2">
        <p class="flex items-center justify-center gap-2 min-w-0">
          <b class="clip font-600 text-ink" dir="auto">
            <Name>{displayName(message.sender)}</Name>
          </b>
          {view.outside === null && <SourceTag t={t} source={message.source} />}
          <span class="flex-none flex gap-1.5 text-12">
            <Time dates={dates} at={message.timestamp} show="day" now={now} />
            <Time dates={dates} at={message.timestamp} />
          </span>
        </p>
        {message.content !== "" && <Clip text={summary(t, message)} class="lightbox-words" />}
        <p class="clip text-12 text-muted" dir="ltr">{name}</p>
      </footer>
    </dialog>
  );
}

function isRtl(): boolean {
  return document.documentElement.dir === "rtl";
}
