import { useContext } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { check } from "@/components/icons.ts";
import { WidgetContext } from "./context.ts";

/** What was left outside of the hours has come, and where the answer goes. */
export function Thanks({ email, onMore }: { email: string; onMore: () => void }) {
  const { t: { closed } } = useContext(WidgetContext);
  return (
    <div class="flex-none flex items-start gap-3 px-4 py-3 border-t border-line text-13" role="status">
      <Icon of={check} class="text-ok mt-0.5" />
      <p class="flex-1 min-w-0 text-ink-2 break-anywhere">
        <b class="block text-14 font-650 text-ink">{closed.thanksTitle}</b>
        {closed.thanksText(`\u2068${email}\u2069`)}
      </p>
      <Button size="sm" onClick={onMore}>{closed.again}</Button>
    </div>
  );
}
