import type { AttachmentRow } from "@/db/attachments.ts";
import type { Indexable } from "@/db/search.ts";
import type { Entry } from "@/db/sqlite_search.ts";
import { hadBy, scope } from "./scope.ts";
import { indexed } from "./words.ts";

/** What the index holds of a message; null of one that is not to be found: deleted, or the system's. */
export function entryOf(row: Indexable, files: readonly AttachmentRow[]): Entry | null {
  if (row.kind === "system" || row.deleted_at !== null) return null;
  const had = hadBy(row.content, files.map(({ type }) => type));
  return {
    id: row.id,
    words: indexed(row.content),
    file_names: files.map(({ name }) => indexed(name)).join(" "),
    scope: [
      scope.kind(row.workspace_id, row.conversation_kind),
      scope.conversation(row.conversation_id),
      scope.author(row.author_id),
      scope.source(row.source),
      ...row.source_id === null ? [] : [scope.site(row.source_id)],
      ...had.map(scope.has),
    ].join(" "),
  };
}
