import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { IconButton } from "./Button.tsx";
import { ellipsis, history, reply, smilePlus, thumbsDown, thumbsUp } from "./icons.ts";
import type { IconShape } from "./icons.ts";
import type { Anchor } from "./place.ts";

/** What stands over a message itself; all else is behind `more`. */
export type Tool = "like" | "dislike" | "react" | "reply" | "more" | "history";

const ICONS: Readonly<Record<Tool, IconShape>> = {
  like: thumbsUp,
  dislike: thumbsDown,
  react: smilePlus,
  reply,
  more: ellipsis,
  history,
};

export interface MessageToolsProps {
  t: ChatText;
  tools: readonly Tool[];
  /** The reader's own vote. */
  vote?: Tool | null;
  /** Called with the button's place, for what opens beside it. */
  onUse: (tool: Tool, at: Anchor) => void;
}

/** The actions of one message, floating over its row. */
export function MessageTools({ t, tools, vote = null, onUse }: MessageToolsProps) {
  return (
    <div
      role="toolbar"
      aria-label={t.message.tools}
      class="inline-flex gap-px p-[3px] rounded bg-float shadow-float"
    >
      {tools.map((tool) => (
        <IconButton
          key={tool}
          size="sm"
          icon={ICONS[tool]}
          label={t.message[tool]}
          active={tool === vote}
          aria-pressed={tool === "like" || tool === "dislike" ? tool === vote : undefined}
          aria-haspopup={tool === "more" ? "menu" : tool === "react" ? "dialog" : undefined}
          onClick={(event: MouseEvent) =>
            onUse(tool, (event.currentTarget as Element).getBoundingClientRect())}
        />
      ))}
    </div>
  );
}
