import type { ConversationKind, Receipt } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import * as conversations from "@/db/conversations.ts";
import type { ReadRow } from "@/db/conversations.ts";
import * as reads from "@/db/reads.ts";
import type { Query, Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import type { Commit } from "./commit.ts";
import { DESK, toTime } from "./entities.ts";
import type { ReadSeqs } from "./entities.ts";
import type { Emit } from "./events.ts";

/** Kinds in which people see who has read: those whose participants are listed. */
const WITH_RECEIPTS: readonly ConversationKind[] = ["direct", "group", "team", "ticket"];

export function keepsReceipts(kind: ConversationKind): boolean {
  return WITH_RECEIPTS.includes(kind);
}

/** Participants whose receipts are told of one conversation: in larger ones not all who read are named. */
const TOLD_MAX = 1000;

/** Who has read how far, for `is_read`. */
export function createReceipts({ store }: { store: Store }) {
  return {
    async of(
      { kind, conversation_id }: { kind: ConversationKind; conversation_id: number },
    ): Promise<ReadSeqs> {
      return toReadSeqs(await Promise.all(readsIn(kind, conversation_id).map((asked) => store.all(asked))));
    },
  };
}

/** What is asked to say who has read how far: of those within and, in a ticket, of those who answer it. */
export function readsIn(kind: ConversationKind, conversation_id: number): Query<ReadRow>[] {
  if (!keepsReceipts(kind)) return [];
  if (kind !== "ticket") return [conversations.leastRead(conversation_id)];
  return [reads.ofParticipants(conversation_id, TOLD_MAX), reads.furthestOutside([conversation_id])];
}

/** What to make of their answers. */
export function toReadSeqs([within, outside]: readonly (readonly ReadRow[])[]): ReadSeqs {
  if (!within) return null;
  const seqs = new Map(within.map(({ actor_id, seq }) => [actor_id, seq]));
  return outside ? seqs.set(DESK, outside[0]?.seq ?? 0) : seqs;
}

export type Receipts = ReturnType<typeof createReceipts>;

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly access: Access;
  readonly commit: Commit;
  readonly emit: Emit;
}

/** Marking how far one has read, and seeing how far the others have. */
export function createReads({ store, now, access, commit, emit }: Deps) {
  /**
   * How far each participant has read, where receipts are kept; in a ticket also who of those that answer has read
   * furthest.
   * @throws AppError `not_found`, also where they are not
   */
  async function list(actor: Actor, conversation_id: number): Promise<Receipt[]> {
    return await listFor(await access.toRead(actor, conversation_id));
  }

  /** The same for whoever was let in already. @throws AppError `not_found` where none are kept */
  async function listFor({ conversation: { kind, conversation_id } }: Grant): Promise<Receipt[]> {
    if (!keepsReceipts(kind)) throw new AppError("not_found");
    const rows = await store.all(reads.ofParticipants(conversation_id, TOLD_MAX));
    if (kind === "ticket") rows.push(...await store.all(reads.furthestOutside([conversation_id])));
    return rows.map(({ actor_id: user_id, seq, updated_at }) => (
      { user_id, seq, read_at: updated_at === null ? null : toTime(updated_at) }
    ));
  }

  /**
   * Moves the actor's mark forward to `seq`, never back and never beyond the last message.
   * @returns where the mark stands after it
   * @throws AppError `not_found`, `unavailable`
   */
  async function mark(actor: Actor, conversation_id: number, seq: number): Promise<number> {
    const { conversation } = await access.toRead(actor, conversation_id);
    const { kind, workspace_id, read_seq, participant_role } = conversation;
    const target = Math.min(seq, conversation.seq);
    if (read_seq !== null && read_seq >= target) return read_seq;
    const row = { conversation_id, actor_id: actor.id, workspace_id, seq: target, updated_at: now() };
    const moved = await commit([reads.advance(row)], ([advanced]) => {
      // Another of their devices was further meanwhile.
      if (advanced!.changes === 0) return false;
      emit({
        type: "read",
        conversation: { id: conversation_id, kind, workspace_id },
        actor_id: actor.id,
        seq: target,
        // Who looks in from outside, such as an admin, leaves no trace in it; whoever asks is told that they are read.
        receipt: keepsReceipts(kind) && (participant_role !== null || kind === "ticket"),
      });
      return true;
    });
    return moved ? target : await mark(actor, conversation_id, seq);
  }

  return { list, listFor, mark };
}

export type Reads = ReturnType<typeof createReads>;
