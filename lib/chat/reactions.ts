import type { Message } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { EMOJI_MAX, isVote, OWN_EMOJI_MAX } from "@/lib/protocol/reactions.ts";
import type { Vote } from "@/lib/protocol/reactions.ts";
import * as messages from "@/db/messages.ts";
import type { MessageRow } from "@/db/messages.ts";
import * as reactions from "@/db/reactions.ts";
import type { Statement, Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import { twice } from "./commit.ts";
import type { Messages } from "./messages.ts";

/** What a vote adds to the score of whoever wrote the message. */
const WEIGHT: Readonly<Record<Vote, number>> = { like: 1, dislike: -1 };

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly access: Access;
  readonly messages: Messages;
}

/** Likes, dislikes and emoji on messages, and the score that the votes make. */
export function createReactions({ store, now, nextId, access, messages: { find, show, change } }: Deps) {
  /**
   * Sets a reaction or takes it back; a like takes the place of a dislike and the other way round. What is so
   * already changes nothing.
   * @param emoji as `ReactionName` of the protocol gives it
   * @throws AppError `not_found` also for a deleted message, `forbidden` for a line of the system, `muted`,
   *   `reactions_full`, `conflict`, `unavailable`
   */
  async function set(actor: Actor, message_id: number, emoji: string, on: boolean): Promise<Message> {
    return await twice(async () => {
      const { grant, row } = await find(actor, message_id);
      access.requireVoice(grant);
      if (row.kind === "system") throw new AppError("forbidden");
      if (row.deleted_at !== null) throw new AppError("not_found");
      const own = (await store.all(reactions.own(actor.id, [message_id]))).map((one) => one.emoji);
      if (own.includes(emoji) === on) return await show(grant, row);
      if (on && !isVote(emoji)) await requireRoom(message_id, emoji, own);
      const verb = on ? "reacted" : "unreacted";
      return change({ grant, row, ground: grant.ground, type: "react", verb, at: now() }, [
        ...scoring(grant, row, emoji, on),
        ...setting(grant, row, emoji, on),
        messages.stamp(row.conversation_id, message_id),
      ]);
    });
  }

  async function requireRoom(message_id: number, emoji: string, own: readonly string[]): Promise<void> {
    if (own.filter((one) => !isVote(one)).length >= OWN_EMOJI_MAX) {
      throw new AppError("reactions_full", { max: OWN_EMOJI_MAX });
    }
    const different = (await store.all(reactions.countsOf(message_id))).map((one) => one.emoji);
    if (different.includes(emoji)) return;
    if (different.filter((one) => !isVote(one)).length >= EMOJI_MAX) {
      throw new AppError("reactions_full", { max: EMOJI_MAX });
    }
  }

  /**
   * Nobody earns anything by liking what they wrote themselves, nor by what visitors of sites say: one person can be
   * as many of those as they like.
   */
  function scoring({ actor }: Grant, row: MessageRow, emoji: string, on: boolean): Statement[] {
    if (!isVote(emoji) || row.person_id === actor.id || actor.kind === "guest") return [];
    const { id: actor_id, workspace_id } = actor;
    const weight = on ? WEIGHT[emoji] : 0;
    const vote = { workspace_id, author_id: row.person_id, message_id: row.id, actor_id, weight };
    return [reactions.score(vote)];
  }

  function setting(
    { actor }: Grant,
    { id: message_id }: MessageRow,
    emoji: string,
    on: boolean,
  ): Statement[] {
    const { id: actor_id, workspace_id } = actor;
    const is_vote = isVote(emoji);
    if (!on) return reactions.remove({ message_id, actor_id, emoji, is_vote });
    const row = { id: nextId(), message_id, actor_id, workspace_id, emoji, created_at: now() };
    return is_vote ? reactions.vote(row) : reactions.add(row, { most: EMOJI_MAX, most_own: OWN_EMOJI_MAX });
  }

  return { set };
}

export type Reactions = ReturnType<typeof createReactions>;
