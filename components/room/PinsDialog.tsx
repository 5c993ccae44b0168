import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button, IconButton } from "@/components/Button.tsx";
import { pinOff } from "@/components/late_icons.ts";
import { displayName } from "@/components/person.ts";
import { SourceTag } from "@/components/SourceTag.tsx";
import { MessageSkeleton } from "@/components/States.tsx";
import { Name, RichText } from "@/components/Text.tsx";
import { Time } from "@/components/Time.tsx";
import { membersText } from "@/lib/i18n/members/mod.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import { ModalFrame } from "./ModalFrame.tsx";
import type { OverlayProps } from "./overlay_props.ts";

/** All pinned messages, the newest pin first: to go to, and for moderators to take down. */
export function PinsDialog({ view, dates, now, onClose }: OverlayProps<"pins">) {
  const { room } = view;
  const t = membersText(dates.locale);
  const found = useSignal<readonly Message[] | "loading" | "failed">("loading");
  const pins = room.pins.value;

  async function load(): Promise<void> {
    try {
      const headers = { accept: "application/json" };
      const answer = await fetch(`/api/conversations/${room.conversation_id}/pins`, { headers });
      if (!answer.ok) throw new Error(`${answer.status}`);
      found.value = await answer.json();
    } catch {
      found.value = "failed";
    }
  }
  // Anew whenever somebody pins, unpins or changes one.
  useEffect(() => void load(), [pins]);

  const messages = found.value;
  return (
    <ModalFrame
      title={t.pins.title}
      wide
      onClose={onClose}
      actions={(close) => <Button autoFocus onClick={close}>{view.t.nav.close}</Button>}
    >
      {(close) => {
        if (messages === "loading") return <MessageSkeleton label={t.pins.title} rows={2} />;
        if (messages === "failed") return <p role="alert">{t.pins.failed}</p>;
        if (messages.length === 0) return <p>{t.pins.empty}</p>;
        return (
          <ul class="grid -mx-2">
            {messages.map((message) => (
              <li key={message.id} class="flex items-start gap-1 px-2 py-2 rounded hover:bg-surface-3">
                <div class="min-w-0 flex-1">
                  <p class="flex items-center gap-2 text-13">
                    <b class="clip font-600 text-ink" dir="auto">
                      <Name>{displayName(message.sender)}</Name>
                    </b>
                    <SourceTag t={view.t} source={message.source} />
                    <span class="flex-none text-12 text-muted">
                      <Time dates={dates} at={message.timestamp} show="day" now={now} />
                    </span>
                  </p>
                  <p class="prose pin-text w-fit max-w-full text-ink" dir="auto">
                    <RichText content={message.content} me={room.me.username} />
                  </p>
                  <button
                    type="button"
                    class="link text-13 coarse:min-h-11"
                    onClick={() => {
                      close();
                      void view.show(message.seq);
                    }}
                  >
                    {t.pins.jump}
                  </button>
                </div>
                {view.can("unpin", message) && (
                  <IconButton
                    size="sm"
                    icon={pinOff}
                    label={view.t.message.unpin}
                    onClick={() => view.act("unpin", message)}
                  />
                )}
              </li>
            ))}
          </ul>
        );
      }}
    </ModalFrame>
  );
}
