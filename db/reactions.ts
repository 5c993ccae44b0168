/**
 * Reactions: one row for what one person set, and counts beside them, so that a message that thousands liked
 * is shown by reading few rows. Whoever changes the one changes the other in the same batch.
 */
import { expecting, listTemplate, query, read, readShared, sql, template, write } from "./query.ts";
import type { Query, Statement } from "./store.ts";

/** Likes and dislikes share a place, so that nobody has both. */
const VOTE_SLOT = "vote";
/** Of those who set the same, how many are named. */
export const NAMED_MAX = 50;

/** What one person sets on one message, or takes back. */
export interface Setting {
  readonly message_id: number;
  readonly actor_id: number;
  /** `like`, `dislike` or an emoji. */
  readonly emoji: string;
}

/** One who reacted, and how many did the same. */
export interface ReactionRow {
  message_id: number;
  emoji: string;
  count: number;
  actor_id: number;
}

/** Reactions of some messages in the order of first use; of each the {@link NAMED_MAX} first people. */
export function of(message_ids: readonly number[]): Query<ReactionRow> {
  return ofMessages(message_ids, {});
}

const ofMessages = listTemplate((message_ids: readonly number[], _: object) =>
  readShared<ReactionRow>(
    query.selectFrom("reaction_counts as t")
      .innerJoin(
        "reactions as r",
        (join) =>
          join.onRef("r.message_id", "=", "t.message_id").onRef("r.emoji", "=", "t.emoji")
            // Beyond the last one named nothing is read.
            .on(sql<boolean>`r.id <= coalesce(case when t.count > ${sql.lit(NAMED_MAX)} then
              (select x.id from reactions x where x.message_id = t.message_id and x.emoji = t.emoji
                order by x.id limit 1 offset ${sql.lit(NAMED_MAX - 1)}) end, 9007199254740991)`),
      )
      .select(["t.message_id", "t.emoji", "t.count", "r.actor_id"])
      .where("t.message_id", "in", message_ids)
      .orderBy("t.message_id").orderBy("t.first_id").orderBy("r.id"),
  )
);

/** What somebody set themselves on some messages. */
export function own(
  actor_id: number,
  message_ids: readonly number[],
): Query<{ message_id: number; emoji: string }> {
  return ownOf(message_ids, { actor_id });
}

const ownOf = listTemplate((message_ids: readonly number[], asked: { actor_id: number }) =>
  read<{ message_id: number; emoji: string }>(
    query.selectFrom("reactions").select(["message_id", "emoji"])
      .where("message_id", "in", message_ids).where("actor_id", "=", asked.actor_id),
  )
);

/** The different reactions of a message. */
export function countsOf(message_id: number): Query<{ emoji: string; count: number }> {
  return read(
    query.selectFrom("reaction_counts").select(["emoji", "count"]).where("message_id", "=", message_id),
  );
}

/** A reaction about to be set. */
export interface NewReaction extends Setting {
  readonly id: number;
  readonly workspace_id: number;
  readonly created_at: number;
}

/** Sets a like or dislike in place of the other one; undoes the batch where it is set already. */
export function vote(row: NewReaction): Statement[] {
  return [...countDown({ ...row, slot: VOTE_SLOT }), insertVote(row), countUp(row)];
}

const insertVote = template((row: NewReaction) =>
  expecting(
    1,
    query.insertInto("reactions").values({
      id: row.id,
      message_id: row.message_id,
      actor_id: row.actor_id,
      workspace_id: row.workspace_id,
      slot: VOTE_SLOT,
      emoji: row.emoji,
      created_at: row.created_at,
    }).onConflict((conflict) =>
      conflict.columns(["message_id", "actor_id", "slot"])
        .doUpdateSet({
          id: sql`excluded.id`,
          emoji: sql`excluded.emoji`,
          created_at: sql`excluded.created_at`,
        })
        .whereRef("reactions.emoji", "<>", sql`excluded.emoji`)
    ),
  )
);

/** How many different emoji a message, and of one person on it, may have. */
export interface Room {
  readonly most: number;
  readonly most_own: number;
}

/** Sets an emoji; undoes the batch where it is set already, or there is no room. */
export function add(row: NewReaction, room: Room): Statement[] {
  return [insertEmoji({ ...row, ...room }), countUp(row)];
}

const insertEmoji = template((row: NewReaction & Room) =>
  expecting(
    1,
    query.insertInto("reactions")
      .columns(["id", "message_id", "actor_id", "workspace_id", "slot", "emoji", "created_at"])
      .expression(
        query.selectFrom("messages as m").select((eb) => [
          eb.val(row.id).as("id"),
          "m.id as message_id",
          eb.val(row.actor_id).as("actor_id"),
          eb.val(row.workspace_id).as("workspace_id"),
          eb.val(row.emoji).as("slot"),
          eb.val(row.emoji).as("emoji"),
          eb.val(row.created_at).as("created_at"),
        ]).where("m.id", "=", row.message_id)
          .where(sql<boolean>`(exists (select 1 from reaction_counts c where c.message_id = m.id
              and c.emoji = ${row.emoji})
            or (select count(*) from reaction_counts c where c.message_id = m.id
              and c.emoji not in ('like', 'dislike')) < ${row.most})
            and (select count(*) from reactions o where o.message_id = m.id
              and o.actor_id = ${row.actor_id} and o.slot <> 'vote') < ${row.most_own}`),
      )
      .onConflict((conflict) => conflict.columns(["message_id", "actor_id", "slot"]).doNothing()),
  )
);

/** Takes a vote or emoji back; undoes the batch where it is not set. */
export function remove(setting: Setting & { is_vote: boolean }): Statement[] {
  const { message_id, actor_id, emoji, is_vote } = setting;
  const taken = { message_id, actor_id, emoji, slot: is_vote ? VOTE_SLOT : emoji };
  return [...countDown(taken), takeBack(taken)];
}

interface Slot {
  readonly message_id: number;
  readonly actor_id: number;
  readonly slot: string;
}

const takeBack = template((taken: Slot & { emoji: string }) =>
  expecting(
    1,
    query.deleteFrom("reactions").where("message_id", "=", taken.message_id)
      .where("actor_id", "=", taken.actor_id).where("slot", "=", taken.slot)
      .where("emoji", "=", taken.emoji),
  )
);

const countUp = template((row: NewReaction) =>
  write(
    query.insertInto("reaction_counts")
      .values({ message_id: row.message_id, emoji: row.emoji, count: 1, first_id: row.id })
      .onConflict((conflict) =>
        conflict.columns(["message_id", "emoji"]).doUpdateSet({ count: sql`reaction_counts.count + 1` })
      ),
  )
);

/** Counts one less of whatever stands in that place now. */
function countDown(slot: Slot): Statement[] {
  return [countLess(slot), dropEmpty({ message_id: slot.message_id })];
}

const countLess = template((slot: Slot) =>
  write(
    query.updateTable("reaction_counts").set((eb) => ({ count: eb("count", "-", 1) }))
      .where("message_id", "=", slot.message_id)
      .where("emoji", "=", (eb) =>
        eb.selectFrom("reactions").select("emoji").where("message_id", "=", slot.message_id)
          .where("actor_id", "=", slot.actor_id).where("slot", "=", slot.slot)),
  )
);

const dropEmpty = template((asked: { message_id: number }) =>
  write(
    query.deleteFrom("reaction_counts").where("message_id", "=", asked.message_id)
      .where("count", "=", sql.lit(0)),
  )
);

const WEIGHT = sql.raw("case emoji when 'like' then 1 when 'dislike' then -1 else 0 end");

/** A vote that changes what its message brings its author. */
export interface Scoring {
  readonly workspace_id: number;
  readonly author_id: number;
  readonly message_id: number;
  readonly actor_id: number;
  /** 1 for a like, -1 for a dislike, 0 for none. */
  readonly weight: number;
}

/**
 * Gives the author of a message the weight of a vote in place of the voter's present one: stands before the
 * vote itself. Meets no row where the author is no member.
 */
export const score = template((scoring: Scoring) =>
  write(
    query.updateTable("memberships").set({
      score: sql<number>`score + ${scoring.weight} - coalesce((select ${WEIGHT} from reactions
        where message_id = ${scoring.message_id} and actor_id = ${scoring.actor_id} and slot = 'vote'), 0)`,
    }).where("workspace_id", "=", scoring.workspace_id).where("user_id", "=", scoring.author_id),
  )
);

/**
 * Counts the scores of a workspace anew from its votes; changes the rows whose score was another. Votes for
 * oneself do not count, nor those of visitors of sites; those on messages deleted since do.
 */
export function recountScores(workspace_id: number): Statement {
  const counted = sql<number>`coalesce((select v.total from (${
    query.selectFrom("reactions as r").innerJoin("messages as m", "m.id", "r.message_id")
      .innerJoin("actors as a", "a.id", "r.actor_id")
      .select(["m.author_id", sql<number>`sum(${WEIGHT})`.as("total")])
      .where("r.workspace_id", "=", workspace_id).where("r.slot", "=", VOTE_SLOT)
      .whereRef("r.actor_id", "<>", "m.author_id").where("a.kind", "<>", sql.lit("guest")).groupBy(
        "m.author_id",
      )
  }) as v where v.author_id = memberships.user_id), 0)`;
  return write(
    query.updateTable("memberships").set({ score: counted }).where("workspace_id", "=", workspace_id)
      .where(sql<boolean>`score <> ${counted}`),
  );
}
