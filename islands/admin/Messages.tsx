import { useSignal } from "@preact/signals";
import { Confirm } from "@/components/Dialog.tsx";
import { Filter } from "@/components/admin/messages/Filter.tsx";
import type { Asked } from "@/components/admin/messages/Filter.tsx";
import { Item } from "@/components/admin/messages/Item.tsx";
import { useOwnZone } from "@/components/own_zone.ts";
import { ask } from "@/components/settings/ask.ts";
import { useNotices, useSignedIn } from "@/components/settings/hooks.ts";
import { Said } from "@/components/settings/Said.tsx";
import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { messagesSquare } from "@/components/admin/icons.ts";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { AdminMessage } from "@/lib/protocol/sites.ts";

export interface MessagesProps {
  /** The newest first. */
  readonly messages: readonly AdminMessage[];
  readonly asked: Asked;
  readonly sites: readonly { readonly site_id: string; readonly name: string }[];
  /** Addresses of the next page, and of the first where this is not it. */
  readonly older: string | null;
  readonly newest: string | null;
  /** This page, for forms without scripts. */
  readonly here: string;
  readonly dates: DateStyle;
  /** Whoever looks chose a time zone, whatever the device’s is. */
  readonly zone_chosen: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Messages of the workspace: looked through, opened where they stand, deleted. */
export default function Messages({ asked, sites, older, newest, here, now, ...props }: MessagesProps) {
  const dates = useOwnZone(props.dates, props.zone_chosen);
  const { live, messages: t } = adminText(dates.locale);
  const notices = useNotices();
  const messages = useSignal(props.messages);
  const asking = useSignal<number | null>(null);
  const busy = useSignal<number | null>(null);
  useSignedIn();

  async function remove(id: number): Promise<void> {
    if (busy.peek() !== null) return;
    busy.value = id;
    try {
      await ask("DELETE", `/api/messages/${id}/`, live);
      messages.value = messages.peek().map((one) =>
        one.id === id ? { ...one, is_deleted: true, content: "", attachments: [] } : one
      );
      notices.say(t.gone, "plain");
    } catch (error) {
      notices.say((error as Error).message, "bad");
    } finally {
      busy.value = null;
    }
  }

  return (
    <>
      <Filter t={t} asked={asked} sites={sites} />
      {messages.value.length === 0
        ? <Nothing t={t} is_narrowed={asked.source !== "" || asked.site !== "" || asked.q !== ""} />
        : (
          <div class="mt-2">
            {messages.value.map((message) => (
              <Item
                key={message.id}
                t={t}
                dates={dates}
                message={message}
                now={now}
                action={here}
                busy={busy.value === message.id}
                onDelete={() => void (asking.value = message.id)}
              />
            ))}
          </div>
        )}
      {(older || newest) && (
        <p class="flex flex-wrap justify-center gap-2 pt-5">
          {newest && <Button href={newest} size="sm">{t.newest}</Button>}
          {older && <Button href={older} size="sm">{t.older}</Button>}
        </p>
      )}
      <Confirm
        open={asking.value !== null}
        title={t.deleteTitle}
        text={t.deleteText}
        confirmLabel={t.delete}
        keepLabel={live.cancel}
        onConfirm={() => {
          const id = asking.peek();
          asking.value = null;
          if (id !== null) void remove(id);
        }}
        onClose={() => void (asking.value = null)}
      />
      <Said notices={notices} dismiss={live.dismiss} />
    </>
  );
}

function Nothing({ t, is_narrowed }: {
  readonly t: ReturnType<typeof adminText>["messages"];
  readonly is_narrowed: boolean;
}) {
  return (
    <div class="grid min-h-[320px]">
      {is_narrowed
        ? (
          <EmptyState
            icon={messagesSquare}
            title={t.noneTitle}
            text={t.noneText}
            actions={<Button href="/admin/messages">{t.clear}</Button>}
          />
        )
        : <EmptyState icon={messagesSquare} title={t.emptyTitle} text={t.emptyText} />}
    </div>
  );
}
