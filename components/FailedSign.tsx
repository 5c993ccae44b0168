import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import { circleAlert } from "./icons.ts";

export interface FailedSignProps {
  t: ChatText;
  /** Why, as a sentence; "Not sent" unless told. */
  reason?: string;
  /** What trying again means here; "Try again" unless told. */
  retryLabel?: string;
  onRetry?: () => void;
  onDiscard?: () => void;
}

/** A message that could not be sent stays where it is, with the reason and both ways out. */
export function FailedSign({ t, reason, retryLabel = t.message.retry, onRetry, onDiscard }: FailedSignProps) {
  const action = cx(
    "font-600 text-ink underline underline-offset-[3px] decoration-line-strong hover:decoration-current coarse:min-h-11",
  );
  return (
    <span class="inline-flex flex-wrap items-center gap-x-3 text-12 leading-[22px] text-danger" role="alert">
      <span class="inline-flex items-start gap-1.5">
        <Icon of={circleAlert} size={14} class="mt-1" />
        {reason ?? t.message.failed}
      </span>
      <span class="inline-flex gap-3">
        {onRetry && <button type="button" class={action} onClick={onRetry}>{retryLabel}</button>}
        {onDiscard && <button type="button" class={action} onClick={onDiscard}>{t.message.discard}</button>}
      </span>
    </span>
  );
}
