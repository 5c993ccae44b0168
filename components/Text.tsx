import { cx } from "@/lib/ui/cx.ts";
import { pieces, readable } from "@/lib/i18n/pieces.ts";

export interface MessageTextProps {
  content: string;
  /** The reader's username: where it is mentioned, the mention is lit. */
  me?: string | null;
  /** Grey, for what is not sent yet. */
  muted?: boolean;
  class?: string;
}

/**
 * What a person wrote, as they wrote it: text only, each paragraph in its own direction, links and
 * mentions isolated so that they don't decide it.
 */
export function MessageText({ content, me, muted, class: more }: MessageTextProps) {
  return (
    <p class={cx("prose w-fit max-w-full", muted && "text-muted", more)} dir="auto">
      <RichText content={content} me={me} />
    </p>
  );
}

/** The pieces of a text without a paragraph around them. */
export function RichText({ content, me }: { content: string; me?: string | null }) {
  const found = pieces(content);
  if (found.length === 1 && found[0]!.kind === "text") return <>{content}</>;
  return (
    <>
      {found.map((piece, index) => {
        if (piece.kind === "link" || piece.kind === "email") return <Link key={index} {...piece} />;
        if (piece.kind === "mention") {
          const mine = piece.username.toLowerCase() === me?.toLowerCase();
          // No button, whose text some browsers leave out of what is copied.
          return (
            <bdi
              key={index}
              role="button"
              tabIndex={-1}
              aria-haspopup="dialog"
              data-mention={piece.username}
              class={mine ? "mention mention-me" : "mention"}
            >
              {piece.text}
            </bdi>
          );
        }
        return piece.text;
      })}
    </>
  );
}

/** Longer addresses than this are cut on the screen. */
const LINK_MAX = 64;

/** An address, whole for whoever copies it and cut for whoever reads; it leads out of here, and tells nobody. */
function Link({ kind, text, href }: { kind: "link" | "email"; text: string; href: string }) {
  const words = readable(text);
  const is_long = words.length > LINK_MAX;
  return (
    <a
      class={is_long ? "link link-long" : "link"}
      href={href}
      dir="ltr"
      title={is_long || words !== text ? href : undefined}
      target={kind === "link" ? "_blank" : undefined}
      rel="noopener noreferrer nofollow ugc"
    >
      {words}
    </a>
  );
}

/** One line of a person's text, cut at its own end while its edge stays with the page. */
export function Clip({ text, class: more }: { text: string; class?: string }) {
  return <span class={cx("clip", more)} dir="auto">{text}</span>;
}

/** A name, isolated from the sentence it stands in. */
export function Name({ children }: { children: string }) {
  return <bdi>{children}</bdi>;
}
