import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { MessageSource } from "@/lib/protocol/entities.ts";
import { globe } from "./icons.ts";
import { Tag } from "./Tag.tsx";

export interface SourceTagProps {
  t: ChatText;
  /** Absent while a message is on its way. */
  source: MessageSource | undefined;
}

/** Beside a name: a visitor of this site goes by it, whoever else is called so. Nothing beside a member's. */
export function SourceTag({ t, source }: SourceTagProps) {
  if (!isOutside(source)) return null;
  return (
    <Tag icon={globe} hint={source.name ? t.message.external : undefined} clip>
      {source.name ?? t.message.external}
    </Tag>
  );
}

/** Whether a visitor of a site wrote it. */
export function isOutside(source: MessageSource | undefined): source is MessageSource {
  return source?.kind === "site";
}
