import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { wifiOff } from "./late_icons.ts";

export interface OfflineBarProps {
  t: ChatText;
  /** Until the next attempt; null while one is being made. */
  seconds: number | null;
  onTry?: () => void;
  /** More than that there is no connection: what is shown instead. */
  text?: string;
}

/** There is no connection: said in a bar, while the composer stays usable. */
export function OfflineBar({ t, seconds, onTry, text = t.connection.offline }: OfflineBarProps) {
  return (
    <div
      class="flex-none flex items-center gap-2.5 min-h-9 px-4 bg-warn-soft text-warn text-13 font-550"
      role="status"
    >
      <Icon of={wifiOff} />
      <span class="py-1.5">{text}</span>
      <span class="ms-auto flex-none font-450 max-md:hidden" aria-hidden="true">
        {seconds === null ? t.connection.connecting : t.connection.retryIn(seconds)}
      </span>
      {onTry && (
        <Button tone="quiet" size="sm" class="flex-none max-md:ms-auto text-warn" onClick={onTry}>
          {t.connection.tryNow}
        </Button>
      )}
    </div>
  );
}
