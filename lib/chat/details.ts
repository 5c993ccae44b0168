import type { Reaction } from "@/lib/protocol/entities.ts";
import { VOTES } from "@/lib/protocol/reactions.ts";
import * as attachments from "@/db/attachments.ts";
import type { AttachmentRow } from "@/db/attachments.ts";
import type { ReadRow } from "@/db/conversations.ts";
import * as mentions from "@/db/mentions.ts";
import type { MentionRow } from "@/db/mentions.ts";
import * as people from "@/db/people.ts";
import * as reactions from "@/db/reactions.ts";
import type { ReactionRow } from "@/db/reactions.ts";
import type { Result, Statement, Store } from "@/db/store.ts";
import type { Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import { rowsOf } from "./commit.ts";
import { readParams, toName } from "./entities.ts";
import type { Beside } from "./entities.ts";
import { readsIn, toReadSeqs } from "./reads.ts";
import type { Receipts } from "./reads.ts";

/** What belongs to messages and stands in tables of its own. */
export function createDetails({ store, receipts }: { store: Store; receipts: Receipts }) {
  /** For messages of one conversation that are about to be shown to somebody. */
  async function of(grant: Grant, rows: readonly Shown[]): Promise<Beside> {
    const { actor, conversation, tiers } = grant;
    const reads = await receipts.of(conversation);
    return { ...await ofMessages(actor, rows), reads, tiers };
  }

  /**
   * For messages of any conversations: two queries for any number of them, one more where files are attached and
   * one where lines of the system name people.
   */
  async function ofMessages(
    actor: Actor,
    rows: readonly Shown[],
  ): Promise<Pick<Beside, "reactions" | "mentions" | "attachments" | "named">> {
    if (rows.length === 0) {
      return { reactions: new Map(), mentions: new Map(), attachments: new Map(), named: new Map() };
    }
    const ids = rows.map(({ id }) => id);
    const with_files = rows.filter(({ attachment_count }) => attachment_count > 0).map(({ id }) => id);
    const named = [...new Set(rows.flatMap((row) => readParams(row)?.users ?? []))];
    const [reacted, mentioned, attached, names] = await Promise.all([
      store.all(reactions.of(ids)),
      store.all(mentions.of(ids)),
      with_files.length === 0 ? [] : store.all(attachments.ofMessages(with_files)),
      named.length === 0 ? [] : store.all(people.named(named)),
    ]);
    const crowded = reacted.filter(({ count }) => count > reactions.NAMED_MAX);
    const own = crowded.length === 0
      ? []
      : await store.all(reactions.own(actor.id, [...new Set(crowded.map((row) => row.message_id))]));
    return {
      reactions: toReactions(reacted, actor.id, own),
      mentions: toMentions(mentioned),
      attachments: toAttached(attached),
      named: new Map(names.map((row) => [row.person_id, toName(row)])),
    };
  }

  return { of, ofMessages };
}

export type Details = ReturnType<typeof createDetails>;

/** A message about to be shown. */
interface Shown {
  readonly id: number;
  readonly attachment_count: number;
  readonly params: string | null;
}

/** The same for one message that is no line of the system, within the batch that changes it: statements, and what to make of their results. */
export function detailsOf(
  { actor, conversation: { kind, conversation_id }, tiers }: Grant,
  message_id: number,
): { statements: Statement[]; read: (results: readonly Result[]) => Beside } {
  return {
    statements: [
      reactions.of([message_id]),
      reactions.own(actor.id, [message_id]),
      mentions.of([message_id]),
      attachments.ofMessage(message_id),
      ...readsIn(kind, conversation_id),
    ],
    read: ([reacted, own, mentioned, attached, ...reads]) => ({
      reactions: toReactions(rowsOf<ReactionRow>(reacted!), actor.id, rowsOf<OwnRow>(own!)),
      mentions: toMentions(rowsOf<MentionRow>(mentioned!)),
      attachments: toAttached(rowsOf<AttachmentRow>(attached!)),
      reads: toReadSeqs(reads.map((result) => rowsOf<ReadRow>(result))),
      named: new Map(),
      tiers,
    }),
  };
}

interface OwnRow {
  readonly message_id: number;
  readonly emoji: string;
}

/** Where not all are named, whoever looks is named besides: they must know what they set themselves. */
function toReactions(
  rows: readonly ReactionRow[],
  actor_id: number,
  own: readonly OwnRow[],
): Map<number, Reaction[]> {
  const found = new Map<number, Reaction[]>();
  for (const { message_id, emoji, count, actor_id: one } of rows) {
    let list = found.get(message_id);
    if (!list) found.set(message_id, list = []);
    // The rows of one emoji follow each other.
    const last = list.at(-1);
    if (last?.emoji === emoji) last.user_ids.push(one);
    else list.push({ emoji, count, user_ids: [one] });
  }
  for (const { message_id, emoji } of own) {
    const reaction = found.get(message_id)?.find((one) => one.emoji === emoji);
    if (reaction && !reaction.user_ids.includes(actor_id)) reaction.user_ids.push(actor_id);
  }
  for (const list of found.values()) list.sort((a, b) => place(a) - place(b));
  return found;
}

/** Votes come first; sorting keeps the order of the others. */
function place({ emoji }: Reaction): number {
  const vote = VOTES.findIndex((one) => one === emoji);
  return vote < 0 ? VOTES.length : vote;
}

function toMentions(rows: readonly MentionRow[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { message_id, actor_id } of rows) {
    const list = found.get(message_id);
    if (list) list.push(actor_id);
    else found.set(message_id, [actor_id]);
  }
  return found;
}

function toAttached(rows: readonly AttachmentRow[]): Map<number, AttachmentRow[]> {
  return Map.groupBy(rows, (row) => row.message_id);
}
