import type { ComponentChildren } from "preact";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { IconButton } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
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
  mode?: "new" | "edit";
  /** There is something to send. */
  ready: boolean;
  onSubmit?: (event: SubmitEvent) => void;
}

/** Class names of the composer's text area, so that every composer has the same. */
export const composerField = cx(
  "prose block w-full min-h-[38px] max-h-[240px] px-3.5 pt-2.5 pb-1 outline-none overflow-y-auto",
);

/** The frame of the composer: tray, text, tools and send. It lights up while the text has the focus. */
export function ComposerFrame(props: ComposerFrameProps) {
  const { t, action, children, notice, tools, aside, mode = "new", ready, onSubmit } = props;
  const edit = mode === "edit";
  return (
    <form
      method="post"
      action={action}
      onSubmit={onSubmit}
      class="flex-none mx-2 mb-2 md:mx-4 md:mb-4 rounded-lg bg-surface-1 ring-line focus-within:ring-composer"
    >
      {notice}
      {children}
      <div class="flex items-center gap-0.5 px-[7px] pt-0.5 pb-[7px]">
        {tools}
        <span class="flex-1" />
        {aside}
        <span class="flex items-center gap-1.5 px-2 text-12 text-muted max-md:hidden coarse:hidden">
          <span class="kbd">{t.composer.hintKey}</span>
          {edit ? t.composer.saveHintText : t.composer.hintText}
        </span>
        <IconButton
          type="submit"
          tone="fill"
          icon={edit ? check : sendHorizontal}
          label={edit ? t.composer.save : t.composer.send}
          disabled={!ready}
        />
      </div>
    </form>
  );
}

export interface ComposerNoticeProps {
  t: ChatText;
  kind: "reply" | "edit";
  /** Whom one answers; not for editing. */
  name?: string;
  /** The text answered or edited, cut to one line. */
  text: string;
  onCancel: () => void;
}

/** The strip that says what the composer answers or edits, with a way out. */
export function ComposerNotice({ t, kind, name = "", text, onCancel }: ComposerNoticeProps) {
  const icon: IconShape = kind === "reply" ? reply : pencil;
  return (
    <div class="flex items-center gap-2.5 ps-3.5 pe-[7px] pt-2 pb-0.5 text-13">
      <Icon of={icon} size={16} class="text-accent" />
      <span class="min-w-0 flex-1">
        <b class="clip font-600 text-accent">
          {kind === "reply" ? t.composer.replyingTo(`\u2068${name}\u2069`) : t.composer.editing}
        </b>
        <span class="clip text-muted" dir="auto">{text}</span>
      </span>
      <IconButton size="sm" icon={x} label={t.composer.cancel} onClick={onCancel} />
    </div>
  );
}
