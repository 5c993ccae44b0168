/** Other people's sites that show a chat. */
import { expecting, listTemplate, query, read, readShared, sql, template } from "./query.ts";
import type { NewRow, Row } from "./schema.ts";
import type { Query, Statement } from "./store.ts";

export type SiteRow = Omit<Row<"sites">, "secret_hash" | "created_by" | "deleted_at" | "deleted_by">;

const columns = [
  "id",
  "workspace_id",
  "public_id",
  "site_key",
  "secret_sealed",
  "secret_created_at",
  "name",
  "domains",
  "mode",
  "conversation_id",
  "primary_color",
  "look",
  "limits",
  "locked",
  "require_verified",
  "revoked_at",
  "created_at",
  "updated_at",
] as const;

const sites = () => query.selectFrom("sites").select(columns).where("deleted_at", "is", null);

export function insert(row: NewRow<"sites">): Statement {
  return expecting(1, query.insertInto("sites").values(row));
}

/** A site of the workspace by the id in its pages, as its admins ask for it. */
export function find(workspace_id: number, public_id: string): Query<SiteRow> {
  return read(sites().where("workspace_id", "=", workspace_id).where("public_id", "=", public_id));
}

/** What a site is known by. */
export type SiteName = "id" | "public_id" | "site_key" | "secret_hash";

/** The site of that name, unless it is revoked: for whoever comes from one. */
export function known<Name extends SiteName>(by: Name, value: Row<"sites">[Name]): Query<SiteRow> {
  return knownBy[by]({ value: value as string });
}

const knownQuery = (by: SiteName) =>
  template((p: { value: string }) =>
    readShared(sites().where(by, "=", p.value).where("revoked_at", "is", null))
  );

const knownBy = {
  id: knownQuery("id"),
  public_id: knownQuery("public_id"),
  site_key: knownQuery("site_key"),
  secret_hash: knownQuery("secret_hash"),
};

/** The lists of domains of all sites that show a chat. */
export function allDomains(): Query<{ domains: string }> {
  return read(
    query.selectFrom("sites").select("domains").where("deleted_at", "is", null)
      .where("revoked_at", "is", null),
  );
}

/** The sites of a workspace, the newest first, those behind one. */
export function list(
  workspace_id: number,
  { before, limit }: { before?: string; limit: number },
): Query<SiteRow> {
  return read(
    sites().where("workspace_id", "=", workspace_id)
      .$if(
        before !== undefined,
        (q) =>
          q.where(
            "id",
            "<",
            (from) =>
              from.selectFrom("sites as b").select("b.id").where("b.public_id", "=", before!)
                .where("b.workspace_id", "=", workspace_id),
          ),
      )
      .orderBy("id", "desc").limit(limit),
  );
}

/** Changes a site as it was found; undoes the batch where it was changed meanwhile, or is gone. */
export function update(
  { id, updated_at }: Pick<SiteRow, "id" | "updated_at">,
  changes: Partial<Omit<NewRow<"sites">, "id" | "workspace_id">>,
): Statement {
  return expecting(
    1,
    query.updateTable("sites").set(changes)
      .where("id", "=", id).where("updated_at", "=", updated_at).where("deleted_at", "is", null),
  );
}

/** Messages of visitors with an id in between, the lower bound among them: read from their index alone. */
export function countMessages(
  { id, workspace_id }: Pick<SiteRow, "id" | "workspace_id">,
  { from, below = Number.MAX_SAFE_INTEGER }: { from: number; below?: number },
): Query<{ count: number }> {
  return messageCount({ id, workspace_id, from, below });
}

const messageCount = template((p: { id: number; workspace_id: number; from: number; below: number }) =>
  read(
    query.selectFrom("messages").select(sql<number>`count(*)`.as("count"))
      .where("workspace_id", "=", p.workspace_id)
      // The second is how the index says it: without it the planner does not see that they are the same.
      .where("source", "=", sql.lit("site")).where("source", "<>", sql.lit("app"))
      .where("source_id", "=", p.id).where("id", ">=", p.from).where("id", "<", p.below),
  )
);

/** The newest message of a site's visitors. */
export function lastMessage(
  { id, workspace_id }: Pick<SiteRow, "id" | "workspace_id">,
): Query<{ id: number }> {
  return last({ id, workspace_id });
}

const last = template((p: { id: number; workspace_id: number }) =>
  read(
    query.selectFrom("messages").select("id").where("workspace_id", "=", p.workspace_id)
      .where("source", "=", sql.lit("site")).where("source", "<>", sql.lit("app"))
      .where("source_id", "=", p.id).orderBy("id", "desc").limit(1),
  )
);

/** Messages of all of its visitors in the room of everybody, by their id. */
export function countInGlobal(
  { id, workspace_id }: Pick<SiteRow, "id" | "workspace_id">,
  { from, below = Number.MAX_SAFE_INTEGER }: { from: number; below?: number },
): Query<{ count: number }> {
  return read(
    query.selectFrom("messages as m").innerJoin("conversations as c", "c.id", "m.conversation_id")
      .select(sql<number>`count(*)`.as("count"))
      .where("m.workspace_id", "=", workspace_id)
      .where("m.source", "=", sql.lit("site")).where("m.source", "<>", sql.lit("app"))
      .where("m.source_id", "=", id).where("m.id", ">=", from).where("m.id", "<", below)
      .where("c.kind", "=", sql.lit("global")),
  );
}

/** Messages in its own room and in the tickets of its visitors, whoever wrote them; lines of the system left out. */
export function countOwn({ id }: Pick<SiteRow, "id">): Query<{ count: number }> {
  return read(
    query.selectFrom("conversations").select(sql<number>`coalesce(sum(seq - system_count), 0)`.as("count"))
      .where(
        "id",
        "in",
        (from) =>
          from.selectFrom("tickets").select("conversation_id").where("site_id", "=", id)
            .unionAll(
              from.selectFrom("sites").select(sql<number>`conversation_id`.as("conversation_id"))
                .where("id", "=", id).where("conversation_id", "is not", null),
            ),
      ),
  );
}

/** Where in all that was said through a site: below an id, the newest first, or above one, the oldest first. */
export interface SiteWindow {
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
}

/**
 * Ids of what was said through a site: by its visitors wherever, and by anybody in its own room and in the tickets of
 * its visitors; without lines of the system.
 */
export function messageIds(
  { id, workspace_id }: Pick<SiteRow, "id" | "workspace_id">,
  { before = Number.MAX_SAFE_INTEGER, after, limit }: SiteWindow,
): Query<{ id: number }> {
  const order = after === undefined ? "desc" : "asc";
  const within = () =>
    query.selectFrom("messages as m").select(["m.id"]).where("m.kind", "<>", sql.lit("system"))
      .where("m.id", "<", before).where("m.id", ">", after ?? 0).limit(limit);
  const visitors = within().where("m.workspace_id", "=", workspace_id)
    .where("m.source", "=", sql.lit("site")).where("m.source", "<>", sql.lit("app"))
    .where("m.source_id", "=", id).orderBy("m.id", order);
  // There both grow together, and the index goes by the place.
  const room = within().innerJoin("sites as w", "w.conversation_id", "m.conversation_id")
    .where("w.id", "=", id).orderBy("m.seq", order);
  const tickets = within().innerJoin("tickets as t", "t.conversation_id", "m.conversation_id")
    .where("t.site_id", "=", id).orderBy("m.id", order);
  const parts = [visitors, room, tickets].map((part) => query.selectFrom(part.as("part")).select("part.id"));
  return read(
    query.selectFrom(parts[0]!.union(parts[1]!).union(parts[2]!).as("found")).select("found.id")
      .orderBy("found.id", order).limit(limit),
  );
}

/** Visitors who came in between, by their id. */
export function countGuests(
  site_id: number,
  { from, below = Number.MAX_SAFE_INTEGER }: { from: number; below?: number },
): Query<{ count: number }> {
  return guestCount({ site_id, from, below });
}

const guestCount = template((p: { site_id: number; from: number; below: number }) =>
  read(
    query.selectFrom("guests").select(sql<number>`count(*)`.as("count"))
      .where("site_id", "=", p.site_id).where("id", ">=", p.from).where("id", "<", p.below),
  )
);

/** Visitors who were there at that time or later. */
export function countSeen(site_id: number, since: number): Query<{ count: number }> {
  return seenCount({ site_id, since });
}

const seenCount = template((p: { site_id: number; since: number }) =>
  read(
    query.selectFrom("guests").select(sql<number>`count(*)`.as("count"))
      .where("site_id", "=", p.site_id).where("last_seen_at", ">=", p.since),
  )
);

/** What some sites are called, also those that are gone: for what came from them. */
export function named(ids: readonly number[]): Query<{ id: number; name: string }> {
  return namedAmong(ids, {});
}

const namedAmong = listTemplate((ids: readonly number[], _: object) =>
  readShared<{ id: number; name: string }>(
    query.selectFrom("sites").select(["id", "name"]).where("id", "in", ids),
  )
);
