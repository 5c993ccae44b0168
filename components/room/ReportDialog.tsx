import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { ModalFrame } from "./ModalFrame.tsx";
import type { OverlayProps } from "./overlay_props.ts";

const REASONS = ["spam", "abuse", "harassment", "illegal", "other"] as const;
/** As the server bounds it. */
const WORDS_MAX = 1000;

/** Tells the admins of a message: why, and if one likes in one's own words. */
export function ReportDialog({ view, overlay: { message }, dates, onClose }: OverlayProps<"report">) {
  const t = membersText(dates.locale).report;
  const form = useRef<HTMLFormElement>(null);
  const busy = useSignal(false);
  const refused = useSignal("");

  async function send(close: () => void): Promise<void> {
    const fields = new FormData(form.current!);
    busy.value = true;
    const answer = await fetch(`/api/messages/${message.id}/reports`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify({ reason: fields.get("reason"), text: fields.get("text") }),
    }).catch(() => null);
    busy.value = false;
    if (answer?.ok) {
      close();
      return view.notices.say(t.thanks, "plain");
    }
    const body = await answer?.json().catch(() => null);
    refused.value = body?.detail ?? view.t.connection.notNow;
  }

  return (
    <ModalFrame
      title={t.title}
      message={message}
      onClose={onClose}
      actions={(close) => (
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button type="submit" form="report" tone="primary" disabled={busy.value}>{t.send}</Button>
        </>
      )}
    >
      {(close) => (
        <form
          ref={form}
          id="report"
          onSubmit={(event: Event) => {
            event.preventDefault();
            void send(close);
          }}
        >
          <p class="text-13 text-muted">{t.lead}</p>
          <div role="radiogroup" aria-label={t.title} class="mt-3 -mx-2">
            {REASONS.map((reason, index) => (
              <label
                key={reason}
                class="flex items-center gap-3 min-h-9 coarse:min-h-11 px-2 rounded text-14 text-ink hover:bg-surface-3 cursor-pointer"
              >
                <input
                  type="radio"
                  name="reason"
                  value={reason}
                  class="radio"
                  required
                  autoFocus={index === 0}
                />
                {t.reasons[reason]}
              </label>
            ))}
          </div>
          <label class="block mt-3">
            <span class="block mb-1 text-13 font-550">{t.words}</span>
            <textarea name="text" class="words" dir="auto" rows={3} maxLength={WORDS_MAX} />
          </label>
          {refused.value && <p role="alert" class="mt-2 text-13 text-danger">{refused.value}</p>}
        </form>
      )}
    </ModalFrame>
  );
}
