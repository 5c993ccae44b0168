import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RefObject } from "preact";
import { composerField, ComposerFrame, ComposerNotice } from "@/components/ComposerFrame.tsx";
import { displayName } from "@/components/person.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Room } from "@/lib/realtime/client/room.ts";

/** Longest message in code points, as the server has it. */
const MAX = 4000;
/** From here on the composer counts down. */
const WARN = 3800;

/** What the composer is about, beside a plain new message. */
export interface Subject {
  readonly kind: "reply" | "edit";
  readonly message: Message;
}

export interface ComposerProps {
  readonly t: ChatText;
  readonly room: Room;
  readonly room_name: string;
  /** Where a draft is kept between visits. */
  readonly draft_key: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly subject: Signal<Subject | null>;
  /** Changes the text of a message; false when it was refused. */
  readonly onEdited: (message: Message, content: string) => Promise<boolean>;
}

/** Where one writes. Without scripts it is a form that posts; with them nothing typed is ever lost. */
export function Composer({ t, room, room_name, draft_key, field, subject, onEdited }: ComposerProps) {
  const text = useSignal("");
  const about = subject.value;
  const length = count(text.value);
  const ready = text.value.trim() !== "" && length <= MAX;

  useEffect(() => {
    // What was typed before the scripts came stays; else what was left here last time.
    const typed = field.current?.value || load(draft_key);
    if (typed) put(typed);
  }, [draft_key]);

  useEffect(() => {
    if (about?.kind === "edit") put(about.message.content);
    if (about) field.current?.focus();
  }, [about]);

  function put(value: string): void {
    text.value = value;
    if (!field.current) return;
    field.current.value = value;
    fit(field.current);
  }

  function onInput(event: Event): void {
    const area = event.currentTarget as HTMLTextAreaElement;
    text.value = area.value;
    fit(area);
    if (subject.peek()?.kind === "edit") return;
    save(draft_key, area.value);
    room.sayTyping(area.value !== "");
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape" && about) {
      event.preventDefault();
      return leave();
    }
    // While an input method composes, Enter chooses a word. On a phone there is no Shift to make a line.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    void submit();
  }

  async function submit(): Promise<void> {
    if (!ready) return;
    const content = text.peek().trim();
    if (about?.kind === "edit") {
      if (content === about.message.content || await onEdited(about.message, content)) leave();
      return;
    }
    room.send(content, about?.message.id ?? null);
    subject.value = null;
    put("");
    save(draft_key, "");
    field.current?.focus();
  }

  /** Back to a plain new message, with the draft that was there before. */
  function leave(): void {
    const was_edit = subject.peek()?.kind === "edit";
    subject.value = null;
    if (was_edit) put(load(draft_key));
    field.current?.focus();
  }

  return (
    <ComposerFrame
      t={t}
      action=""
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
      aside={length > WARN && <Left t={t} left={MAX - length} />}
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

function Left({ t, left }: { t: ChatText; left: number }) {
  return (
    <span class={cx("px-2 text-12", left < 0 ? "text-danger" : "text-muted")} role="status">
      {left < 0 ? t.composer.tooLong(-left) : t.composer.left(left)}
    </span>
  );
}

function count(text: string): number {
  return text.length < WARN ? text.length : [...text].length;
}

/** As high as its text, up to its style's limit. Set through the CSSOM, which the CSP leaves to scripts. */
function fit(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}

function load(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function save(key: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Storage is full or denied: the text is still in the field.
  }
}
