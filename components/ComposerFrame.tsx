import type { ComponentChildren } from "preact";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { IconButton } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { Clip } from "./Text.tsx";
import { check, type IconShape, pencil, reply, sendHorizontal, x } from "./icons.ts";

export interface ComposerFrameProps {
  t: ChatText;
  /** A form that works without scripts posts here. */
  action?: string;
  /** The text area: give it the class `composerField`. */
  children: ComponentChildren;
  /** Above the text: what is answered or edited. */
  notice?: ComponentChildren;
  /** Buttons at the start of the lower row. */
  tools?: ComponentChildren;
  /** Beside send: a count of characters left, a warning. */
  aside?: ComponentChildren;
  /** The keys that send. */
  keys?: string;
  mode?: "new" | "edit";
  /** There is something to send. Say so before scripts run: a form that cannot be sent is no form. */
  ready: boolean;
  onSubmit?: (event: SubmitEvent) => void;
}

/** Class names of the composer's text area, so that every composer has the same. */
export const composerField = cx(
  "prose composer-field w-full outline-none overflow-y-auto",
);

/**
 * The frame of the composer: tray, text, tools and send. On a desktop it is a card that lights up while the
 * text has the focus; on a phone one row, the text in a pill and send beside it.
 */
export function ComposerFrame(props: ComposerFrameProps) {
  const {
    t,
    action,
    children,
    notice,
    tools,
    aside,
    keys = t.composer.hintKey,
    mode = "new",
    ready,
    onSubmit,
  } = props;
  const edit = mode === "edit";
  return (
    <form method="post" action={action} onSubmit={onSubmit} class="composer">
      {notice && <div class="composer-notice">{notice}</div>}
      <div class="composer-text">{children}</div>
      {tools && <div class="composer-tools">{tools}</div>}
      <div class="composer-aside">
        {aside}
        <span class="inline-flex items-center gap-1.5 px-2 text-12 text-muted max-md:hidden coarse:hidden">
          <span class="kbd">{keys}</span>
          {edit ? t.composer.saveHintText : t.composer.hintText}
        </span>
      </div>
      <IconButton
        type="submit"
        tone="fill"
        icon={edit ? check : sendHorizontal}
        label={edit ? t.composer.save : t.composer.send}
        disabled={!ready}
        class="composer-send"
      />
    </form>
  );
}

export interface ComposerNoticeProps {
  t: ChatText;
  kind: "reply" | "edit";
  /** Whom one answers; not for editing. */
  name?: string;
  /** Beside their name: for whom they speak. */
  mark?: ComponentChildren;
  /** The text answered or edited, cut to one line. */
  text: string;
  onCancel: () => void;
}

/** The strip that says what the composer answers or edits, with a way out. */
export function ComposerNotice({ t, kind, name = "", mark, text, onCancel }: ComposerNoticeProps) {
  const icon: IconShape = kind === "reply" ? reply : pencil;
  return (
    <div class="flex items-center gap-2.5 ps-3.5 pe-[7px] pt-2 pb-0.5 text-13">
      <Icon of={icon} size={16} class="text-accent" />
      <span class="min-w-0 flex-1">
        <b class="flex items-center gap-1 min-w-0 font-600 text-accent">
          <span class="flex-none">{kind === "reply" ? t.composer.replyingTo : t.composer.editing}</span>
          {/* Apart, so that a long name is cut at its own end. */}
          {kind === "reply" && <Clip text={name} />}
          {kind === "reply" && mark}
        </b>
        <span class="clip text-muted" dir="auto">{text}</span>
      </span>
      <IconButton size="sm" icon={x} label={t.composer.cancel} onClick={onCancel} />
    </div>
  );
}
