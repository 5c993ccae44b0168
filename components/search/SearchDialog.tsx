import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronLeft } from "@/components/chat_icons.ts";
import { search as glass } from "@/components/chat_icons.ts";
import { x } from "@/components/icons.ts";
import type { OverlayProps } from "@/components/room/overlay_props.ts";
import { startOfDay } from "@/lib/i18n/calendar.ts";
import { searchText } from "@/lib/i18n/search/mod.ts";
import { createMessageSearch, isAsking } from "@/lib/realtime/client/message_search.ts";
import type { FoundMessage } from "@/lib/protocol/search.ts";
import { Chips, choiceId } from "./Chips.tsx";
import { Choosing } from "./Choosing.tsx";
import { isNarrowed, UNFILTERED } from "./filters.ts";
import type { Choice, Filters } from "./filters.ts";
import { createRecent } from "./recent.ts";
import { Hint, optionId, Recent } from "./Recent.tsx";
import { Results } from "./Results.tsx";
import { messagePath } from "./room.ts";

/** Characters that the server takes. */
const LONGEST = 200;

/** Looks for messages in everything one may read: over the room on a desktop, the whole screen on a phone. */
export function SearchDialog({ view, dates, now, onClose }: OverlayProps<"search">) {
  const t = searchText(dates.locale);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const search = useMemo(createMessageSearch, []);
  const recent = useMemo(() => createRecent(view.room.me.id), []);
  const text = useSignal("");
  const filters = useSignal<Filters>(UNFILTERED);
  const choosing = useSignal<Choice | null>(null);
  const lately = useSignal<readonly string[]>(recent.all());
  /** The option at which the arrows stand. */
  const active = useSignal(-1);
  const asking = isAsking(search.question.value);
  const found = search.found.value;
  const lost = search.state.value === "failed" || search.state.value === "offline";
  const options = !asking ? lately.value.length : lost ? 0 : found?.length ?? 0;

  useEffect(() => {
    dialog.current?.showModal();
    field.current?.focus();
  }, []);

  useEffect(() => {
    const { person, room, since, until, has } = filters.value;
    active.value = -1;
    search.ask({
      text: text.value,
      author_id: person?.id ?? null,
      conversation_id: room?.id ?? null,
      from: since === null ? null : startOfDay(dates, since),
      until: until === null ? null : startOfDay(dates, until + 1),
      has,
    });
  }, [text.value, filters.value]);

  useEffect(() => {
    addEventListener("online", search.again);
    return () => removeEventListener("online", search.again);
  }, []);

  function close(): void {
    dialog.current?.close();
  }

  function narrow(change: Partial<Filters>): void {
    filters.value = { ...filters.peek(), ...change };
  }

  function endChoice(): void {
    const chip = choosing.peek();
    choosing.value = null;
    if (chip) document.getElementById(choiceId(chip))?.focus();
  }

  function open(message: FoundMessage, event: MouseEvent): void {
    recent.take(text.peek());
    // With a key held it is opened beside, as any link.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    close();
    if (message.conversation === view.room.conversation_id) void view.show(message.seq);
    else view.open(messagePath(message));
  }

  function lookAgain(wanted: string): void {
    text.value = wanted;
    field.current?.focus();
  }

  function move(to: number): void {
    active.value = Math.max(-1, Math.min(options - 1, to));
    document.getElementById(optionId(active.peek()))?.scrollIntoView({ block: "nearest" });
    if (to >= options - 1) search.more();
  }

  function onFieldKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key } = event;
    const page = 8;
    const to =
      { ArrowDown: active.peek() + 1, ArrowUp: active.peek() - 1, PageDown: active.peek() + page }[key] ??
        (key === "PageUp" ? Math.max(0, active.peek() - page) : undefined);
    if (to !== undefined && options > 0) move(to);
    else if (key === "Enter") {
      if (asking) recent.take(text.peek());
      document.getElementById(optionId(Math.max(0, active.peek())))?.click();
    } else return;
    event.preventDefault();
  }

  const shown = choosing.value;
  return (
    <dialog
      ref={dialog}
      class="finder"
      aria-label={t.title}
      onClose={onClose}
      onCancel={(event: Event) => {
        // Escape leads out of a choice first.
        if (choosing.peek() === null) return;
        event.preventDefault();
        endChoice();
      }}
      onClick={(event: MouseEvent) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div class="finder-field">
        <span class="md:hidden -ms-2">
          <IconButton icon={chevronLeft} label={view.t.nav.back} onClick={close} />
        </span>
        <Icon of={glass} size={20} class="text-muted max-md:hidden" />
        <input
          ref={field}
          type="text"
          role="combobox"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          maxLength={LONGEST}
          enterkeyhint="search"
          aria-label={t.field}
          aria-autocomplete="list"
          aria-expanded={options > 0 && shown === null}
          aria-controls="finder-options"
          aria-activedescendant={active.value < 0 ? undefined : optionId(active.value)}
          placeholder={t.field}
          value={text.value}
          onInput={(event: Event) => {
            text.value = (event.currentTarget as HTMLInputElement).value;
            choosing.value = null;
          }}
          onKeyDown={onFieldKey}
        />
        {text.value !== "" && <IconButton icon={x} label={t.clear} onClick={() => lookAgain("")} />}
        <kbd class="kbd max-md:hidden" aria-hidden="true">Esc</kbd>
      </div>
      <Chips
        t={t}
        view={view}
        dates={dates}
        filters={filters.value}
        open={shown}
        onNarrow={narrow}
        onChoose={(choice) => void (choosing.value = shown === choice ? null : choice)}
      />
      <div class="finder-body" data-state={search.state.value}>
        {shown
          ? (
            <Choosing
              choice={shown}
              t={t}
              view={view}
              dates={dates}
              now={now}
              filters={filters.value}
              onNarrow={narrow}
              onDone={endChoice}
            />
          )
          : asking
          ? (
            <Results
              t={t}
              view={view}
              dates={dates}
              now={now}
              search={search}
              active={active.value}
              narrowed={isNarrowed(filters.value)}
              onOpen={open}
              onWiden={() => {
                filters.value = UNFILTERED;
                field.current?.focus();
              }}
            />
          )
          : lately.value.length > 0
          ? (
            <Recent
              t={t}
              searches={lately.value}
              active={active.value}
              onTake={lookAgain}
              onForget={() => {
                recent.forget();
                lately.value = [];
                field.current?.focus();
              }}
            />
          )
          : <Hint t={t} />}
      </div>
      <p class="finder-foot" aria-hidden="true">
        <span>
          <kbd class="kbd">↑</kbd> <kbd class="kbd">↓</kbd> {t.keys.move}
        </span>
        <span>
          <kbd class="kbd">Enter</kbd> {t.keys.open}
        </span>
        <span>
          <kbd class="kbd">Esc</kbd> {t.keys.close}
        </span>
      </p>
    </dialog>
  );
}
