import { cx } from "@/lib/ui/cx.ts";
import { pieces } from "@/lib/i18n/pieces.ts";

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
        if (piece.kind === "link") {
          return (
            <a
              class="link"
              href={piece.href}
              dir="ltr"
              target="_blank"
              rel="noopener noreferrer nofollow ugc"
            >
              {piece.text}
            </a>
          );
        }
        if (piece.kind === "mention") {
          const mine = piece.username.toLowerCase() === me?.toLowerCase();
          return <bdi key={index} class={mine ? "mention mention-me" : "mention"}>{piece.text}</bdi>;
        }
        return piece.text;
      })}
    </>
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
