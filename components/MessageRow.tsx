import type { ComponentChildren } from "preact";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { rankIn } from "@/lib/i18n/ranks.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import { cx } from "@/lib/ui/cx.ts";
import { articleOf } from "./article.ts";
import { Avatar } from "./Avatar.tsx";
import { Icon } from "./Icon.tsx";
import { ban, clock3 } from "./icons.ts";
import { displayName, type Person, toPage } from "./person.ts";
import { isOutside, SourceTag } from "./SourceTag.tsx";
import { Clip, MessageText } from "./Text.tsx";
import { Time } from "./Time.tsx";

/** What a row draws of a message. One that is still on its way has neither id nor seq. */
export type RowMessage =
  & Pick<Message, "client_id" | "content" | "timestamp" | "is_edited" | "is_deleted" | "reply_to">
  & { id?: number; seq?: number; sender: Person; source?: Message["source"] };

export interface MessageRowProps {
  t: ChatText;
  dates: DateStyle;
  message: RowMessage;
  /** Username of the reader: a mention of it is lit, and marks the row. */
  me?: string | null;
  /** The reader wrote it. */
  own?: boolean;
  /** Follows another message of its author: no head, its time in the gutter on hover. */
  follow?: boolean;
  /** Names the reader: soft row with a bar. */
  mentionsMe?: boolean;
  /** Being edited, answered, or jumped to. */
  selected?: boolean;
  /** The address of the page leads to it: without scripts it is lit, and the browser goes there. */
  isGoal?: boolean;
  state?: "sent" | "pending" | "failed";
  /** Why it failed and what can be done about it: a `FailedSign`. */
  failure?: ComponentChildren;
  /** The quote was activated. Without scripts it is a link to the row `m{seq}`. */
  onQuote?: (seq: number, event: Event) => void;
  /** Floats at the end of the row while it is hovered or has the focus: see `MessageTools`. */
  tools?: ComponentChildren;
  /** Pictures and files, below the text. */
  media?: ComponentChildren;
  /** Reactions, below all that was said. */
  children?: ComponentChildren;
}

/** A message as a row, for rooms with many people. Its element has the id `m{seq}`. */
export function MessageRow(props: MessageRowProps) {
  const { t, message, follow, mentionsMe, selected, isGoal, tools } = props;
  const article = articleOf(props);
  return (
    <article
      {...article}
      class={cx(
        "group relative flex-none grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 px-3 md:px-6",
        mentionsMe ? "py-1.5 bg-mention-row" : "py-0.5 hover:bg-row-hover focus-within:bg-row-hover",
        selected && "bg-accent-soft",
        isGoal && "goal",
        !follow && "mt-3",
      )}
    >
      {mentionsMe && <MentionBar t={t} />}
      <Gutter {...props} />
      <div id={article["aria-labelledby"]} class="min-w-0 max-w-measure">
        {follow ? <span class="sr-only">{displayName(message.sender)}</span> : <Head {...props} />}
        <Body {...props} />
      </div>
      {tools && (
        <div class="absolute end-3 md:end-6 -top-4 z-2 opacity-0 pointer-events-none group-hover:opacity-100 group-hover:pointer-events-auto group-focus-within:opacity-100 group-focus-within:pointer-events-auto">
          {tools}
        </div>
      )}
    </article>
  );
}

function MentionBar({ t }: { t: ChatText }) {
  return (
    <span class="absolute start-0 inset-y-0 w-[3px] bg-accent">
      <span class="sr-only">{t.message.mentionsYou}</span>
    </span>
  );
}

function Gutter({ message, dates, follow }: MessageRowProps) {
  if (follow) {
    return (
      <Time
        dates={dates}
        at={message.timestamp}
        class="pt-0.5 text-11 leading-[22px] text-muted text-center opacity-0 group-hover:opacity-100 group-focus-within:opacity-100"
      />
    );
  }
  const { id, profile_picture } = message.sender;
  const kind = isOutside(message.source) ? "guest" as const : undefined;
  return (
    // Reached as the name beside it: twice the same would be too much.
    <button
      {...toPage(id)}
      tabIndex={-1}
      aria-hidden="true"
      class="self-start mt-[3px] rounded-full"
      data-person={kind ? undefined : id}
      disabled={kind !== undefined}
    >
      <Avatar id={id} name={displayName(message.sender)} picture={profile_picture} kind={kind} />
    </button>
  );
}

function Head({ t, message, dates }: MessageRowProps) {
  const { sender, source } = message;
  return (
    <header class="flex items-center gap-2 min-h-[22px]">
      {/* No `bdi` within: `dir` would not see the name, and a long one be cut at its beginning. */}
      {isOutside(source)
        ? (
          <b class="clip font-650 text-14 leading-[22px]" dir="auto">
            {displayName(sender)}
          </b>
        )
        : (
          <button
            {...toPage(sender.id)}
            tabIndex={-1}
            aria-haspopup="dialog"
            data-person={sender.id}
            class="clip font-650 text-14 leading-[22px] text-start hover:underline"
            dir="auto"
          >
            {displayName(sender)}
          </button>
        )}
      <SourceTag t={t} source={source} />
      {sender.rank && (
        <span class="flex-none text-12 leading-[22px] text-muted">{rankIn(dates.locale, sender.rank)}</span>
      )}
      <Time dates={dates} at={message.timestamp} class="flex-none text-12 leading-[22px] text-muted" />
    </header>
  );
}

function Body(props: MessageRowProps) {
  const {
    t,
    message,
    me,
    own,
    state = "sent",
    failure,
    onQuote,
    media,
    children,
  } = props;
  if (message.is_deleted) {
    return (
      <p class="flex items-center gap-1.5 text-14 text-muted min-h-[27px]">
        <Icon of={ban} size={14} />
        {own ? t.message.deletedOwn : t.message.deleted}
      </p>
    );
  }
  const signs = (message.is_edited || failure || (state === "pending" && !media)) && (
    <>
      {message.is_edited && <span class="text-12 text-muted">{t.message.edited}</span>}
      {/* Files tell themselves how far they are. */}
      {state === "pending" && !media && <PendingSign label={t.message.pending} />}
      {failure}
    </>
  );
  return (
    <>
      {message.reply_to && <QuoteLine t={t} quote={message.reply_to} onQuote={onQuote} />}
      {!(media && message.content === "") && (
        <div class="flex flex-wrap items-center gap-x-3">
          <MessageText content={message.content} me={me} muted={state === "pending"} />
          {!media && signs}
        </div>
      )}
      {media}
      {media && signs && <div class="flex flex-wrap items-center gap-x-3">{signs}</div>}
      {children}
    </>
  );
}

export interface QuoteLineProps {
  t: ChatText;
  quote: NonNullable<Message["reply_to"]>;
  onQuote?: (seq: number, event: Event) => void;
}

/** What a message answers: a bar, the name, one clipped line; a link to the message itself. */
export function QuoteLine({ t, quote, onQuote }: QuoteLineProps) {
  const name = displayName(quote.sender);
  return (
    <a
      href={`/chat?m=${quote.id}`}
      onClick={onQuote && ((event: Event) => onQuote(quote.seq, event))}
      title={t.message.showOriginal(name)}
      class="relative flex items-center gap-1.5 w-fit max-w-[min(460px,100%)] mt-0.5 mb-px ps-[11px] text-13 leading-[22px] text-muted hover:text-ink-2"
    >
      <span class="absolute start-0 inset-y-[3px] w-[3px] rounded-full bg-accent opacity-85" />
      <b class="flex-none max-w-[45%] clip font-600 text-ink-2" dir="auto">
        {name}
      </b>
      <SourceTag t={t} source={quote.source} />
      {/* The name of a site may be long: something of the words is left. */}
      <Clip
        text={quote.is_deleted ? t.message.quoteDeleted : quote.content || t.files.quoted}
        class="flex-1 min-w-[25%]"
      />
    </a>
  );
}

function PendingSign({ label }: { label: string }) {
  return (
    <span class="inline-flex items-center text-muted" title={label}>
      <Icon of={clock3} size={14} />
      <span class="sr-only">{label}</span>
    </span>
  );
}
