import { Avatar } from "@/components/Avatar.tsx";
import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { ban, globe } from "@/components/icons.ts";
import { externalLink, file, trash2 } from "@/components/late_icons.ts";
import { displayName } from "@/components/person.ts";
import { Tag } from "@/components/Tag.tsx";
import { MessageText } from "@/components/Text.tsx";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { fullTime, isoTime, moment } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { AdminMessage } from "@/lib/protocol/sites.ts";

export interface ItemProps {
  readonly t: AdminText["messages"];
  readonly dates: DateStyle;
  readonly message: AdminMessage;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Where the form goes without scripts. */
  readonly action: string;
  readonly busy: boolean;
  readonly onDelete: () => void;
}

/** A message out of its conversation: who, from where, what, and the way to it. */
export function Item({ t, dates, message, now, action, busy, onDelete }: ItemProps) {
  const { id, sender, sender_email, source, conversation, timestamp, content, is_deleted } = message;
  const { is_edited, attachments } = message;
  const name = displayName(sender);
  const is_outside = source.kind === "site";
  return (
    <article
      class="grid grid-cols-[36px_minmax(0,1fr)] md:grid-cols-[36px_minmax(0,1fr)_auto] gap-x-3 gap-y-1 py-3.5 border-b border-line"
      aria-labelledby={`message-${id}`}
      data-message={id}
    >
      <Avatar
        id={sender.id}
        name={name}
        picture={sender.profile_picture}
        kind={is_outside ? "guest" : undefined}
        class="mt-0.5"
      />
      <div class="min-w-0">
        <header class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <b id={`message-${id}`} class="clip font-650" dir="auto">{name}</b>
          {is_outside && (
            <Tag icon={globe} clip>{source.name === null ? t.external : t.externalOf(source.name)}</Tag>
          )}
          {/* Where they want to be answered: outside of business hours that was promised to them. */}
          {sender_email !== null && (
            <a href={`mailto:${sender_email}`} dir="ltr" class="link clip text-12">{sender_email}</a>
          )}
          <span class="clip text-12 text-muted">
            <bdi>{conversation.name ?? t.places[conversation.kind]}</bdi>
          </span>
          <time
            class="num flex-none text-12 text-muted"
            dateTime={isoTime(timestamp)}
            title={fullTime(dates, timestamp)}
          >
            {moment(dates, timestamp, now)}
          </time>
          {is_edited && <span class="text-12 text-muted">{t.edited}</span>}
        </header>
        {is_deleted
          ? (
            <p class="flex items-center gap-1.5 text-muted">
              <Icon of={ban} size={14} />
              {t.deleted}
            </p>
          )
          : content !== "" && <MessageText content={content} class="line-clamp-6" />}
        {attachments.length > 0 && (
          <p class="flex items-center gap-1.5 mt-0.5 text-13 text-muted">
            <Icon of={file} size={14} />
            {t.files(attachments.length)}
          </p>
        )}
      </div>
      <div class="max-md:col-start-2 md:min-w-[156px] flex items-start gap-1 max-md:-ms-2.5">
        <Button
          href={`/chat?m=${id}`}
          size="sm"
          tone="quiet"
          icon={externalLink}
        >
          {t.open}
          <span class="sr-only">{`: ${t.openLabel(name)}`}</span>
        </Button>
        {!is_deleted && (
          <form
            method="post"
            action={action}
            onSubmit={(event: Event) => {
              event.preventDefault();
              if (!busy) onDelete();
            }}
          >
            <Button
              type="submit"
              name="delete"
              value={id}
              size="sm"
              tone="danger-quiet"
              icon={trash2}
              aria-label={t.deleteLabel(name)}
              aria-disabled={busy ? "true" : undefined}
            >
              {t.delete}
            </Button>
          </form>
        )}
      </div>
    </article>
  );
}
