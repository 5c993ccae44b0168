import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo } from "preact/hooks";
import { summary } from "@/components/attachments/layout.ts";
import { composerField, ComposerFrame, ComposerNotice } from "@/components/ComposerFrame.tsx";
import { displayName } from "@/components/person.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import { AttachButton, ChosenFiles, usePaste } from "./ChosenFiles.tsx";
import { createDraft } from "./draft.ts";
import { EmojiButton } from "./EmojiButton.tsx";
import { useKeptSubject } from "./kept_subject.ts";
import { latePart } from "./late_part.tsx";
import type { CompletionProps } from "./mention/Completion.tsx";
import type { MENTIONING } from "./mention/mentioning.ts";
import { lengthOf, TEXT_MAX, TextCount } from "./TextCount.tsx";
import type { RoomView } from "./view.ts";

/** Something one can see, as the server asks for. */
const VISIBLE = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

const PlainFiles = latePart(({ PlainFiles }) => PlainFiles);

export interface ComposerProps {
  readonly view: RoomView;
  readonly room_name: string;
  readonly locale: Locale;
  /** In the empty field, where it says something else than the room’s name. */
  readonly placeholder?: string;
  /** What stands beside the name of who is answered: for whom they speak. */
  readonly markOf: (message: Message) => ComponentChildren;
  /** By which one may name others; without it nobody is offered. */
  readonly mentioning?: typeof MENTIONING;
}

/** Where one writes. Without scripts it is a form that posts; with them nothing typed is ever lost. */
export function Composer({ view, room_name, locale, placeholder, markOf, mentioning }: ComposerProps) {
  const { room, t, field, subject, tray } = view;
  const { enter_sends } = room.notifications.value;
  const text = useSignal("");
  const draft = useMemo(() => createDraft(room.me.id, room.conversation_id), []);
  const completing = useMemo(() => mentioning?.createCompleting(field), []);
  const about = subject.value;
  const length = lengthOf(text.value);
  // Until the scripts run the form is an ordinary one; a visitor’s is made by them.
  const is_alive = useSignal(view.outside !== null);
  const is_edit = about?.kind === "edit";
  const has_files = !is_edit && tray.files.value.length > 0;
  const ready = !is_alive.value || ((has_files || VISIBLE.test(text.value)) && length <= TEXT_MAX);
  usePaste(view);
  useKeptSubject(view);

  // At once with the scripts: an Enter in between would find no text, and send nothing.
  useLayoutEffect(() => {
    // What was typed before the scripts came stays; else what was left here last time.
    put(field.current?.value || draft.load());
    is_alive.value = true;
  }, []);

  // Before the next key can come: it belongs behind the text that is put here.
  useLayoutEffect(() => {
    if (about?.kind === "edit") put(about.text ?? about.message.content);
    // Leaving an edit in favour of an answer: the draft is there again.
    else if (about && field.current?.dataset.edits) put(draft.load());
    if (field.current) field.current.dataset.edits = about?.kind === "edit" ? "true" : "";
    if (about) field.current?.focus();
  }, [about]);

  function put(value: string): void {
    text.value = value;
    if (!field.current) return;
    if (field.current.value !== value) field.current.value = value;
    fit(field.current);
  }

  function onInput(event: Event): void {
    const area = event.currentTarget as HTMLTextAreaElement;
    text.value = area.value;
    fit(area);
    completing?.look();
    if (subject.peek()?.kind === "edit") return;
    draft.save(area.value);
    room.sayTyping(area.value !== "");
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (completing?.onKey?.(event)) return event.preventDefault();
    if (event.key === "Escape" && about) {
      event.preventDefault();
      return leave();
    }
    if (event.key === "ArrowUp" && text.peek() === "" && !about) return editLast(event);
    if (!sends(event, enter_sends)) return;
    event.preventDefault();
    void submit();
  }

  /** Up in an empty field changes what one said last. */
  function editLast(event: KeyboardEvent): void {
    // What is still on its way, or stands below the window, was said later than all that could be changed.
    if (room.outgoing.peek().length > 0 || room.has_newer.peek()) return;
    const last = room.messages.peek().findLast((message) => view.can("edit", message));
    if (!last) return;
    event.preventDefault();
    view.act("edit", last);
  }

  async function submit(): Promise<void> {
    if (!ready) return;
    // What one has just chosen goes along, also where what handles files is yet to come.
    const files = is_edit ? [] : await tray.take();
    const content = text.peek().trim();
    if (about?.kind === "edit") {
      if (content === about.message.content || await view.edit(about.message, content)) leave();
      return;
    }
    const reply_to = about?.message.id ?? null;
    if (files.length > 0) room.sendFiles(content, reply_to, files);
    // Empty by now where it was pressed twice meanwhile.
    else if (content) room.send(content, reply_to);
    subject.value = null;
    put("");
    draft.save("");
    field.current?.focus();
  }

  /** Back to a plain new message, with the draft that was there before. */
  function leave(): void {
    const was_edit = subject.peek()?.kind === "edit";
    subject.value = null;
    if (was_edit) put(draft.load());
    field.current?.focus();
  }

  return (
    <>
      <ComposerFrame
        t={t}
        action={room.path}
        keys={enter_sends ? undefined : t.composer.hintKeys}
        mode={about?.kind === "edit" ? "edit" : "new"}
        ready={ready}
        notice={
          <>
            {about && (
              <ComposerNotice
                t={t}
                kind={about.kind}
                name={displayName(about.message.sender)}
                mark={markOf(about.message)}
                text={summary(t, about.message)}
                onCancel={leave}
              />
            )}
            {!is_edit && <ChosenFiles view={view} />}
          </>
        }
        tools={
          <>
            {!is_edit && <AttachButton view={view} />}
            <EmojiButton view={view} />
            {mentioning && <mentioning.MentionButton view={view} />}
          </>
        }
        aside={<TextCount t={t} length={length} />}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <textarea
          ref={field}
          id="composer"
          name="content"
          class={composerField}
          dir="auto"
          rows={1}
          required={!has_files}
          aria-label={t.composer.label(room_name)}
          placeholder={placeholder ?? t.composer.placeholder(room_name)}
          enterkeyhint="enter"
          onInput={onInput}
          aria-autocomplete={completing && "list"}
          onKeyDown={onKeyDown}
          onSelect={completing?.look}
          onBlur={() => {
            room.sayTyping(false);
            completing?.close();
          }}
        />
        {completing && <Offered view={view} completing={completing} locale={locale} />}
      </ComposerFrame>
      {!is_alive.value && <PlainFiles view={view} />}
    </>
  );
}

/** Whom one may mean by an @ that is being written. */
function Offered(props: Pick<CompletionProps, "view" | "completing" | "locale">) {
  const { token: { value: token }, drawn: { value: drawn } } = props.completing;
  return token && drawn && <drawn.Completion {...props} token={token} />;
}

/** Whether a key sends. With Ctrl Enter always does; alone where one chose so, and never on a phone, without Shift. */
function sends(event: KeyboardEvent, enter_sends: boolean): boolean {
  // While an input method composes, Enter chooses a word.
  if (event.key !== "Enter" || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return enter_sends && !event.shiftKey && !matchMedia("(pointer: coarse)").matches;
}

/** As high as its text, up to its style's limit. Set through the CSSOM, which the CSP leaves to scripts. */
function fit(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}
