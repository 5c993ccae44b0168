import type { ComponentChildren } from "preact";
import { directionOf } from "@/lib/i18n/direction.ts";
import { cx } from "@/lib/ui/cx.ts";
import { articleOf } from "./article.ts";
import { Avatar } from "./Avatar.tsx";
import { Icon } from "./Icon.tsx";
import { ban } from "./icons.ts";
import type { MessageRowProps, QuoteLineProps } from "./MessageRow.tsx";
import { displayName } from "./person.ts";
import { Clip, RichText } from "./Text.tsx";
import { Ticks } from "./Ticks.tsx";
import { Time } from "./Time.tsx";

export interface BubbleProps extends MessageRowProps {
  /** How far one's own message has come, as `Ticks`; one tick unless told. */
  ticks?: ComponentChildren;
  /** Who wrote is shown beside what others say: where more than two talk. */
  authored?: boolean;
  /** Beside the name of who wrote: for whom they speak. */
  mark?: string | false;
  /** The same of whom it answers. */
  quoteMark?: string | false | null;
  /** The media are pictures alone: the time lies over them. */
  pictures?: boolean;
}

/**
 * A message as a bubble, for conversations of two: one's own apart at the end. Takes what a `MessageRow` takes.
 * Its colours are the tokens `--bubble…`, which a site's theme sets anew.
 */
export function Bubble(props: BubbleProps) {
  const { message, own, follow, selected, isGoal, tools, authored, failure } = props;
  const { id: sender_id, profile_picture } = message.sender;
  const article = articleOf(props);
  return (
    <article
      {...article}
      class={cx(
        "group brow",
        own && "brow-own",
        !follow && "brow-first",
        selected && "brow-selected",
        isGoal && "goal",
      )}
    >
      {authored && !own && (
        <span class="brow-face">
          <Avatar id={sender_id} name={displayName(message.sender)} picture={profile_picture} size={28} />
        </span>
      )}
      <div class="brow-box">
        <Said id={article["aria-labelledby"]} {...props} />
        {failure}
        {tools && (
          <div class="brow-tools opacity-0 pointer-events-none group-hover:opacity-100 group-hover:pointer-events-auto group-focus-within:opacity-100 group-focus-within:pointer-events-auto">
            {tools}
          </div>
        )}
      </div>
    </article>
  );
}

/** The bubble itself, with all that is in it. */
function Said(props: BubbleProps & { id: string | undefined }) {
  const { t, id, message, me, own, follow, onQuote, media, pictures, authored, mark, quoteMark, children } =
    props;
  const { state } = props;
  const { content, is_deleted, reply_to } = message;
  const name = displayName(message.sender);
  const author = authored && !own && !follow
    ? (
      <span class="bub-author">
        <b class="clip" dir="auto">{name}</b>
        {mark && <span class="bub-mark">{mark}</span>}
      </span>
    )
    : <span class="sr-only">{name}</span>;
  if (is_deleted) {
    return (
      <div id={id} class="bub bub-gone">
        {author}
        <Icon of={ban} size={14} />
        <span>{own ? t.message.deletedOwn : t.message.deleted}</span>
      </div>
    );
  }
  const has_text = content !== "";
  const is_big = !media && !reply_to && isEmoji(content);
  const is_over = pictures && !has_text && state !== "pending";
  return (
    <div id={id} class={cx("bub", pictures && "bub-pictures", is_big && "bub-big")}>
      {author}
      {reply_to && <Quoted t={t} quote={reply_to} mark={quoteMark} onQuote={onQuote} />}
      {media && (
        <div class="bub-media">
          {media}
          {is_over && <Meta {...props} over />}
        </div>
      )}
      {has_text && (
        // What has no letter has no direction of its own: it takes the page's.
        <p class="prose bub-text" dir={LETTER.test(content) ? "auto" : undefined}>
          <span class="bub-words">
            <RichText content={content} me={me} />
          </span>
          {/* A paragraph of its own where the last line runs the other way than the first. */}
          <Meta {...props} under={turns(content)} />
        </p>
      )}
      {!has_text && !is_over
        ? (
          <div class="bub-foot">
            {children}
            <Meta {...props} />
          </div>
        )
        : children}
    </div>
  );
}

interface MetaProps extends BubbleProps {
  /** Over a picture. */
  over?: boolean;
  /** Below the text. */
  under?: boolean;
}

/** That it was edited, when it was written, and how far it has come. */
function Meta({ t, dates, message, own, state = "sent", ticks, over, under }: MetaProps) {
  return (
    <span class={cx("bub-meta", over && "bub-meta-over", under && "bub-meta-under")}>
      {/* Isolated, so that no word of ours decides the direction of a text without one. */}
      {message.is_edited && <bdi>{t.message.edited}</bdi>}
      <Time dates={dates} at={message.timestamp} />
      {own && (ticks ?? <Ticks t={t} progress={state} />)}
    </span>
  );
}

/** What the message answers: a bar, the name, one clipped line; a link to the message itself. */
function Quoted({ t, quote, mark, onQuote }: QuoteLineProps & { mark: BubbleProps["quoteMark"] }) {
  const name = displayName(quote.sender);
  return (
    <a
      href={`/chat?m=${quote.id}`}
      onClick={onQuote && ((event: Event) => onQuote(quote.seq, event))}
      title={t.message.showOriginal(name)}
      class="bub-quote"
    >
      <b>
        <Clip text={name} class="font-600" />
        {mark && <span class="bub-mark">{mark}</span>}
      </b>
      <Clip text={quote.is_deleted ? t.message.quoteDeleted : quote.content || t.files.quoted} />
    </a>
  );
}

const LETTER = /\p{L}/u;

/** One to three emoji and nothing else, of which each may be put together from several. */
const EMOJI =
  /^(?:(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)*)\s*){1,3}$/u;

function isEmoji(content: string): boolean {
  return EMOJI.test(content);
}

/** Whether the last line of a text runs the other way than the text as a whole. */
function turns(content: string): boolean {
  const end = content.lastIndexOf("\n");
  return end >= 0 && directionOf(content) !== directionOf(content.slice(end + 1));
}
