import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle, Instant } from "@/lib/i18n/dates.ts";
import { cx } from "@/lib/ui/cx.ts";
import { Avatar, type AvatarProps } from "./Avatar.tsx";
import { Icon } from "./Icon.tsx";
import { bellOff, pin } from "./chat_icons.ts";
import { check, checkCheck, globe } from "./icons.ts";
import { Dots } from "./Mark.tsx";
import { Count, MentionMark } from "./Count.tsx";
import { Clip } from "./Text.tsx";
import { Time } from "./Time.tsx";

export interface ConversationRowProps {
  t: ChatText;
  dates: DateStyle;
  href: string;
  name: string;
  avatar: Pick<AvatarProps, "id" | "picture" | "shape" | "kind" | "presence">;
  /** The last message: who wrote it (left out between two people), whether a site's visitor, its text, its time. */
  last?: { who?: string; outside?: boolean; text: string; at: Instant } | null;
  /** How far the reader's own last message has come. */
  receipt?: "sent" | "seen";
  draft?: string;
  typing?: boolean;
  unread?: number;
  mentioned?: boolean;
  muted?: boolean;
  pinned?: boolean;
  active?: boolean;
  now: number;
  onSelect?: (event: MouseEvent) => void;
}

/** Times are shown to the minute, here in milliseconds. */
const MINUTE = 60_000;

/** A conversation in the list: who, when, and one line of what was said last. */
export function ConversationRow(props: ConversationRowProps) {
  const { t, dates, href, name, avatar, last, active, muted, pinned, now, unread = 0, onSelect } = props;
  return (
    <a
      href={href}
      data-row
      onClick={onSelect}
      aria-current={active ? "page" : undefined}
      class={cx(
        "grid grid-cols-[40px_minmax(0,1fr)] gap-x-3 items-center px-2 py-[9px] rounded",
        active ? "bg-accent-soft" : "hover:bg-surface-3",
      )}
    >
      <Avatar {...avatar} name={name} size={40} />
      <span class="min-w-0">
        <span class="flex items-center gap-1.5 min-w-0">
          <b class={cx("clip text-14 leading-[22px]", unread > 0 ? "font-700" : "font-550")} dir="auto">
            {name}
          </b>
          {pinned && <Sign icon={pin} label={t.list.pinned} />}
          {muted && <Sign icon={bellOff} label={t.list.muted} />}
          {last && (
            <Time
              dates={dates}
              at={last.at}
              show="list"
              now={now}
              class={cx(
                "ms-auto ps-1.5 flex-none text-12 leading-[22px]",
                active ? "text-ink-2" : "text-muted",
              )}
            />
          )}
        </span>
        <span
          class={cx(
            "flex items-center gap-1.5 min-w-0 text-13 leading-5",
            active || unread > 0 ? "text-ink-2" : "text-muted",
          )}
        >
          <LastLine {...props} />
        </span>
      </span>
    </a>
  );
}

/** The same for many who ask, and for each of them from page to page. */
ConversationRow.keptBy = (props: unknown): string | null => {
  const { t: _, onSelect: __, now, ...looks } = props as ConversationRowProps;
  return JSON.stringify([looks, Math.floor(now / MINUTE)]);
};

function LastLine(props: ConversationRowProps) {
  const { t, dates, last, receipt, draft, typing, mentioned, muted, unread = 0 } = props;
  return (
    <>
      {line(t, last, receipt, draft, typing)}
      {mentioned && unread > 0 && <MentionMark label={t.list.mentioned} />}
      <Count locale={dates.locale} value={unread} quiet={muted} label={t.list.unread(unread)} />
    </>
  );
}

function line(
  t: ChatText,
  last: ConversationRowProps["last"],
  receipt: ConversationRowProps["receipt"],
  draft: string | undefined,
  typing: boolean | undefined,
) {
  if (typing) {
    return (
      <>
        <Dots />
        <span class="flex-1 text-accent">{t.list.typing}</span>
      </>
    );
  }
  if (draft) {
    return (
      <>
        <span class="flex-none text-danger">{t.list.draft}</span>
        <Clip text={draft} class="flex-1" />
      </>
    );
  }
  if (!last) return <span class="flex-1 clip">{t.list.noMessages}</span>;
  return (
    <>
      {receipt && (
        <span class={cx("flex-none", receipt === "seen" && "text-accent")}>
          <Icon of={receipt === "seen" ? checkCheck : check} size={14} />
          <span class="sr-only">{receipt === "seen" ? t.list.seen : t.list.sent}</span>
        </span>
      )}
      {last.outside && <Sign icon={globe} label={t.message.external} />}
      {last.who && (
        <span class="flex-none max-w-[45%] -me-0.5 clip text-ink-2">
          <bdi>{last.who}</bdi>:
        </span>
      )}
      <Clip text={last.text} class="flex-1" />
    </>
  );
}

function Sign({ icon, label }: { icon: typeof pin; label: string }) {
  return (
    <span class="flex-none text-muted" title={label}>
      <Icon of={icon} size={13} />
      <span class="sr-only">{label}</span>
    </span>
  );
}
