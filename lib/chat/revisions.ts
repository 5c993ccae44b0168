import type { Replaced } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import * as messages from "@/db/messages.ts";
import type { Store } from "@/db/store.ts";
import { isStaffIn } from "./access.ts";
import type { Actor } from "./actor.ts";
import { toTime } from "./entities.ts";
import type { Messages } from "./messages.ts";
import { toBrief, toUser } from "./people.ts";

/** Earlier texts in one answer. */
const LIST_MAX = 200;

interface Deps {
  readonly store: Store;
  readonly messages: Messages;
}

/** What messages said before they were edited or deleted: for admins alone. */
export function createRevisions({ store, messages: { find } }: Deps) {
  /**
   * Earlier texts of a message, newest first; the newest 200.
   * @throws AppError `not_found`, `forbidden` for whoever may read the message but is no admin
   */
  async function list(actor: Actor, message_id: number): Promise<Replaced[]> {
    const { grant } = await find(actor, message_id);
    if (!isStaffIn(grant)) throw new AppError("forbidden");
    const rows = await store.all(messages.historyOf(actor, message_id, LIST_MAX));
    return rows.map((row) => ({
      id: row.id,
      content: row.content,
      replaced_at: toTime(row.replaced_at),
      replaced_by: toBrief(toUser(row, grant.tiers)),
    }));
  }

  return { list };
}

export type Revisions = ReturnType<typeof createRevisions>;
