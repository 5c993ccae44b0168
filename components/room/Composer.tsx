import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import { composerField, ComposerFrame, ComposerNotice } from "@/components/ComposerFrame.tsx";
import { displayName } from "@/components/person.ts";
import { cx } from "@/lib/ui/cx.ts";
import { createDraft } from "./draft.ts";
import type { RoomView } from "./view.ts";

/** Longest message in code points, as the server has it. */
const MAX = 4000;
/** From here on the composer counts down. */
const WARN = 3800;
/** Something one can see, as the server asks for. */
const VISIBLE = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Where one writes. Without scripts it is a form that posts; with them nothing typed is ever lost. */
export function Composer({ view, room_name }: { view: RoomView; room_name: string }) {
  const { room, t, field, subject } = view;
  const text = useSignal("");
  const draft = useMemo(() => createDraft(room.me.id, room.conversation_id), []);
  const about = subject.value;
  const length = count(text.value);
  // Until the scripts run the form is an ordinary one.
  const is_alive = useSignal(false);
  const ready = !is_alive.value || (VISIBLE.test(text.value) && length <= MAX);

  useEffect(() => {
    // What was typed before the scripts came stays; else what was left here last time.
    put(field.current?.value || draft.load());
    is_alive.value = true;
  }, []);

  // Before the next key can come: it belongs behind the text that is put here.
  useLayoutEffect(() => {
    if (about?.kind === "edit") put(about.message.content);
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
    if (subject.peek()?.kind === "edit") return;
    draft.save(area.value);
    room.sayTyping(area.value !== "");
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape" && about) {
      event.preventDefault();
      return leave();
    }
    if (event.key === "ArrowUp" && text.peek() === "" && !about) return editLast(event);
    // While an input method composes, Enter chooses a word. On a phone there is no Shift to make a line.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    void submit();
  }

  /** Up in an empty field changes what one said last. */
  function editLast(event: KeyboardEvent): void {
    // What is still on its way was said later than all that could be changed.
    if (room.outgoing.peek().length > 0) return;
    const last = room.messages.peek().findLast((message) => view.can("edit", message));
    if (!last) return;
    event.preventDefault();
    view.act("edit", last);
  }

  async function submit(): Promise<void> {
    if (!ready) return;
    const content = text.peek().trim();
    if (about?.kind === "edit") {
      if (content === about.message.content || await view.edit(about.message, content)) leave();
      return;
    }
    room.send(content, about?.message.id ?? null);
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
    <ComposerFrame
      t={t}
      action="/chat"
      mode={about?.kind === "edit" ? "edit" : "new"}
      ready={ready}
      notice={about && (
        <ComposerNotice
          t={t}
          kind={about.kind}
          name={displayName(about.message.sender)}
          text={about.message.content}
          onCancel={leave}
        />
      )}
      aside={length > WARN && (
        <span class={cx("px-2 text-12", length > MAX ? "text-danger" : "text-muted")} role="status">
          {length > MAX ? t.composer.tooLong(length - MAX) : t.composer.left(MAX - length)}
        </span>
      )}
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
        required
        aria-label={t.composer.label(room_name)}
        placeholder={t.composer.placeholder(room_name)}
        enterkeyhint="enter"
        onInput={onInput}
        onKeyDown={onKeyDown}
        onBlur={() => room.sayTyping(false)}
      />
    </ComposerFrame>
  );
}

function count(text: string): number {
  return text.length < WARN ? text.length : [...text.trim()].length;
}

/** As high as its text, up to its style's limit. Set through the CSSOM, which the CSP leaves to scripts. */
function fit(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}
