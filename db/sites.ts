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

/** What a site's visitors have sent. */
export interface MessageCount {
  count: number;
  /** Id of the newest. */
  last_id: number | null;
}

/** Messages of visitors with an id in between, the lower bound among them: read from their index alone. */
export function countMessages(
  { id, workspace_id }: Pick<SiteRow, "id" | "workspace_id">,
  { from, below = Number.MAX_SAFE_INTEGER }: { from: number; below?: number },
): Query<MessageCount> {
  return messageCount({ id, workspace_id, from, below });
}

const messageCount = template((p: { id: number; workspace_id: number; from: number; below: number }) =>
  read<MessageCount>(
    query.selectFrom("messages")
      .select([sql<number>`count(*)`.as("count"), sql<number | null>`max(id)`.as("last_id")])
      .where("workspace_id", "=", p.workspace_id)
      // The second is how the index says it: without it the planner does not see that they are the same.
      .where("source", "=", sql.lit("site")).where("source", "<>", sql.lit("app"))
      .where("source_id", "=", p.id).where("id", ">=", p.from).where("id", "<", p.below),
  )
);

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
