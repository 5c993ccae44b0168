import { pieces } from "@/lib/i18n/pieces.ts";
import type { ConversationKind } from "@/lib/protocol/entities.ts";

/**
 * The words of an entry's scope: whose a message is, where it stands, what is in it. Made here for the index and
 * for questions alike.
 */
export const scope = {
  conversation: (id: number) => `c${id}`,
  kind: (workspace_id: number, kind: ConversationKind) => `w${workspace_id}${kind}`,
  author: (id: number) => `u${id}`,
  source: (name: string) => `s${name.toLowerCase().replace(/[^a-z0-9]/g, "")}`,
  site: (id: number) => `x${id}`,
  has: (what: Having) => `has${what}`,
} as const;

/** What a message may be asked to have. A file is any that is no image. */
export const HAVING = ["image", "file", "link"] as const;
export type Having = (typeof HAVING)[number];

/** What a message has, of its text and the media types of its files. */
export function hadBy(content: string, types: readonly string[]): Having[] {
  return HAVING.filter((what) => {
    switch (what) {
      case "image":
        return types.some((type) => type.startsWith("image/"));
      case "file":
        return types.some((type) => !type.startsWith("image/"));
      case "link":
        return pieces(content).some(({ kind }) => kind === "link");
    }
  });
}
