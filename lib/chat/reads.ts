import { AppError } from "@/lib/protocol/errors.ts";
import type { ConversationKind } from "@/lib/protocol/entities.ts";
import * as conversations from "@/db/conversations.ts";
import * as reads from "@/db/reads.ts";
import { StoreUnavailable } from "@/db/store.ts";
import type { Store } from "@/db/store.ts";
import type { Access } from "./access.ts";
import type { Actor } from "./actor.ts";
import type { ReadSeqs } from "./entities.ts";
import type { Emit } from "./events.ts";

/** Kinds in which people see who has read: those whose participants are listed. */
const WITH_RECEIPTS: readonly ConversationKind[] = ["direct", "group", "team", "ticket"];

export function keepsReceipts(kind: ConversationKind): boolean {
  return WITH_RECEIPTS.includes(kind);
}

/** How far everybody has read, for `is_read`. */
export function createReceipts({ store }: { store: Store }) {
  return {
    async of(
      { kind, conversation_id }: { kind: ConversationKind; conversation_id: number },
    ): Promise<ReadSeqs> {
      if (!keepsReceipts(kind)) return null;
      const rows = await store.all(conversations.readSeqs(conversation_id));
      return new Map(rows.map(({ actor_id, seq }) => [actor_id, seq]));
    },
  };
}

export type Receipts = ReturnType<typeof createReceipts>;

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly access: Access;
  readonly emit: Emit;
}

/** Marking how far one has read. */
export function createReads({ store, now, access, emit }: Deps) {
  return {
    /**
     * Moves the actor's mark forward to `seq`, never back and never beyond the last message.
     * @returns where the mark stands after it
     * @throws AppError `not_found`
     */
    async mark(actor: Actor, conversation_id: number, seq: number): Promise<number> {
      const { conversation } = await access.toRead(actor, conversation_id);
      const { kind, workspace_id, read_seq } = conversation;
      const target = Math.min(seq, conversation.seq);
      if (read_seq !== null && read_seq >= target) return read_seq;
      const row = { conversation_id, actor_id: actor.id, workspace_id, seq: target, updated_at: now() };
      await store.batch([reads.advance(row)]).catch((error) => {
        throw error instanceof StoreUnavailable ? new AppError("unavailable") : error;
      });
      emit({
        type: "read",
        conversation: { id: conversation_id, kind, workspace_id },
        actor_id: actor.id,
        seq: target,
      });
      return target;
    },
  };
}

export type Reads = ReturnType<typeof createReads>;
