import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { IconButton } from "./Button.tsx";
import { copy, link, pencil, reply, trash2 } from "./icons.ts";

export interface MessageToolsProps {
  t: ChatText;
  /** Each action has a button if there is something to call. */
  onReply?: () => void;
  onCopy?: () => void;
  onLink?: () => void;
  onEdit?: () => void;
  onDelete?: () => void;
}

/** The actions of one message, floating over its row. */
export function MessageTools({ t, onReply, onCopy, onLink, onEdit, onDelete }: MessageToolsProps) {
  const { message } = t;
  return (
    <div
      role="toolbar"
      aria-label={message.tools}
      class="inline-flex gap-px p-[3px] rounded bg-float shadow-float"
    >
      {onReply && <IconButton size="sm" icon={reply} label={message.reply} onClick={onReply} />}
      {onCopy && <IconButton size="sm" icon={copy} label={message.copyText} onClick={onCopy} />}
      {onLink && <IconButton size="sm" icon={link} label={message.copyLink} onClick={onLink} />}
      {onEdit && <IconButton size="sm" icon={pencil} label={message.edit} onClick={onEdit} />}
      {onDelete && <IconButton size="sm" icon={trash2} label={message.delete} onClick={onDelete} />}
    </div>
  );
}
