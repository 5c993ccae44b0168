import { useSignal } from "@preact/signals";
import { useContext, useEffect } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { clock3 } from "@/components/icons.ts";
import { lock } from "@/components/late_icons.ts";
import { WidgetContext } from "./context.ts";

export interface ClosedProps {
  readonly title?: string;
  readonly text: string;
}

/** Nobody may write here now, and why. */
export function Closed({ title, text }: ClosedProps) {
  return (
    <div
      class="flex-none flex items-start gap-3 px-4 py-3 border-t border-line text-13 text-ink-2"
      role="note"
    >
      <Icon of={lock} class="text-muted mt-0.5" />
      <p>
        {title && <b class="block text-14 font-650 text-ink">{title}</b>}
        {text}
      </p>
    </div>
  );
}

/**
 * How long what one wrote is held back, counted down.
 * @param until epoch milliseconds
 */
export function Held({ until: at }: { readonly until: number }) {
  const { t } = useContext(WidgetContext);
  const seconds = useSignal(0);
  useEffect(() => {
    const count = () => void (seconds.value = Math.max(1, Math.ceil((at - Date.now()) / 1000)));
    count();
    const ticking = setInterval(count, 1000);
    return () => clearInterval(ticking);
  }, [at]);
  if (seconds.value === 0) return null;
  return (
    <p class="flex-none flex items-start gap-2 px-4 py-2 bg-warn-soft text-warn text-13">
      <Icon of={clock3} size={16} class="mt-0.5" />
      <span>{t.held(seconds.value)}</span>
    </p>
  );
}
