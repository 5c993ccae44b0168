/**
 * Named people in two workspaces, put straight into a database file: for tests of the core and the sockets,
 * without passwords, sessions or a server.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import * as conversations from "@/db/conversations.ts";
import * as guests from "@/db/guests.ts";
import { createIds, greatest } from "@/db/ids.ts";
import * as memberships from "@/db/memberships.ts";
import * as messages from "@/db/messages.ts";
import { openDatabase } from "@/db/open.ts";
import { query, write } from "@/db/query.ts";
import type { NewRow, Row } from "@/db/schema.ts";
import type { Store } from "@/db/store.ts";
import { temporaryDirectory } from "@/db/testing/database.ts";
import * as users from "@/db/users.ts";
import * as workspaces from "@/db/workspaces.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { ChatEvent } from "@/lib/chat/events.ts";
import { createChat } from "@/lib/chat/mod.ts";
import type { ConversationKind, Role } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { ErrorCode } from "@/lib/protocol/errors.ts";

/** Where the clock stands at first: a moment in the past, so that nothing depends on today. */
export const BEGINNING = Date.UTC(2025, 2, 20, 8, 0, 0);

/** A clock that moves only when told to. */
export interface Clock {
  now(): number;
  advance(milliseconds: number): void;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

export interface WorldOptions {
  /** Puts something between the core and the database, such as a disk that fails. */
  readonly wrap?: (store: Store) => Store;
}

/**
 * Two workspaces with a global room each. Of the first: the members `leila` and `arash`, `agent`, `admin`,
 * `owner`, and the `guest` of a site. Of the second: `outsider`, its owner.
 *
 * `await using world = await createWorld()`: closed and removed at the end of the block.
 */
export async function createWorld({ wrap = (store) => store }: WorldOptions = {}) {
  const directory = temporaryDirectory();
  const path = join(directory.path, "peyk.db");
  const clock = createClock();
  let database = openDatabase({ path, now: clock.now });
  let chat = createChat({ store: wrap(database), now: clock.now, nextId: createIds(clock) });
  let nextId = createIds(clock);
  const events: ChatEvent[] = [];

  /** Begins anew on the same file, as after a restart of the process. */
  async function start(): Promise<void> {
    nextId = createIds({ ...clock, last: (await database.get(greatest()))?.id });
    chat = createChat({ store: wrap(database), now: clock.now, nextId });
    chat.listen((event) => events.push(event));
  }

  async function workspace(slug: string): Promise<{ id: number; global: number }> {
    const id = nextId(), global_id = nextId(), system_id = nextId();
    const row = { id, slug, name: slug, created_at: clock.now() };
    await database.batch(workspaces.insert(row, { global_id, system_id }));
    return { id, global: global_id };
  }

  /** Somebody new with an account. */
  async function member(username: string, role: Role = "member", workspace_id = home.id): Promise<Actor> {
    const id = nextId(), at = clock.now();
    await database.batch([
      ...users.insert({
        id,
        email: `${username}@example.org`,
        email_key: `${username}@example.org`,
        password_hash: "none",
        password_changed_at: at,
        username,
        username_key: username,
        first_name: username,
        first_name_key: username,
        created_at: at,
        updated_at: at,
      }),
      memberships.insert({ workspace_id, user_id: id, role, created_at: at, name_order: username }),
    ]);
    return { id, kind: "member", workspace_id, role, session_id: nextId() };
  }

  /** A site that shows a chat; its id. */
  async function site(row: Partial<NewRow<"sites">> = {}): Promise<number> {
    const id = nextId(), at = clock.now();
    const own = { id, workspace_id: home.id, public_id: `st_${id}`, site_key: `pk_${id}` };
    await database.batch([write(
      query.insertInto("sites").values({
        ...{ ...own, secret_hash: `${id}`, secret_sealed: "", secret_created_at: at, name: "a shop" },
        ...{ mode: "support", primary_color: "#0f6f7c", created_by: people.owner.id },
        ...{ created_at: at, updated_at: at, ...row },
      }),
    )]);
    return id;
  }

  /** Somebody without an account, whom no site vouches for: a visitor of none. */
  async function stray(name: string): Promise<Actor> {
    const id = nextId(), at = clock.now();
    await database.batch([
      write(
        query.insertInto("actors")
          .values({ id, kind: "guest", workspace_id: home.id, name, created_at: at }),
      ),
    ]);
    return { id, kind: "guest", workspace_id: home.id, role: null, session_id: null };
  }

  /** A visitor of a site. */
  async function visitor(name: string, site_id: number, { verified = false } = {}): Promise<Actor> {
    const id = nextId(), at = clock.now();
    const row = { id, site_id, workspace_id: home.id, key_hash: `${id}`, created_at: at, last_seen_at: at };
    await database.batch(guests.insert({ ...row, verified_at: verified ? at : null }, name));
    const actor = { id, kind: "guest", workspace_id: home.id, role: null, session_id: null } as const;
    return { ...actor, site_id, verified };
  }

  await start();
  const home = await workspace("home");
  const elsewhere = await workspace("elsewhere");
  const people = {
    leila: await member("leila"),
    arash: await member("arash"),
    agent: await member("agent", "agent"),
    admin: await member("admin", "admin"),
    owner: await member("owner", "owner"),
    guest: await stray("a visitor"),
    outsider: await member("outsider", "owner", elsewhere.id),
  };

  return {
    ...people,
    home,
    elsewhere,
    clock,
    /** What the core told, in order. */
    events,
    path,
    member,
    site,
    stray,
    visitor,
    get store(): Store {
      return database;
    },
    get chat() {
      return chat;
    },
    get nextId() {
      return nextId;
    },

    /** A conversation with these people in it; the first one leads it. */
    async conversation(
      kind: Exclude<ConversationKind, "global">,
      participants: readonly Actor[],
      workspace_id = home.id,
    ): Promise<number> {
      const id = nextId(), at = clock.now();
      const rows = participants.map((actor, index) => ({
        conversation_id: id,
        workspace_id,
        actor_id: actor.id,
        role: kind !== "direct" && index === 0 ? "owner" as const : "member" as const,
        joined_at: at,
      }));
      await database.batch([
        conversations.insert({ id, workspace_id, kind, last_activity_at: at, created_at: at }),
        ...(rows.length === 0 ? [] : [conversations.addParticipants(rows)]),
      ]);
      return id;
    },

    /** A message of somebody, whatever they may do; its id. */
    async put(conversation_id: number, author: Actor, content = "…"): Promise<number> {
      const id = nextId();
      await database.batch([
        {
          sql: `update conversations set seq = seq + 1, version = version + 1, last_message_id = ?
            where id = ?`,
          parameters: [id, conversation_id],
        },
        messages.insert({
          id,
          conversation_id,
          workspace_id: author.workspace_id,
          author_id: author.id,
          client_id: `${id}`,
          content,
          reply_to: null,
          attachment_count: 0,
          created_at: clock.now(),
        }),
      ]);
      return id;
    },

    /** A line of the system in a conversation, as products will write them. */
    async systemLine(conversation_id: number): Promise<number> {
      const id = nextId();
      await database.batch([
        {
          sql: `update conversations set seq = seq + 1, version = version + 1,
            system_count = system_count + 1 where id = ?`,
          parameters: [conversation_id],
        },
        {
          sql: `insert into messages (id, conversation_id, workspace_id, author_id, client_id, kind, content,
            params, seq, version, created_at)
            select ?, c.id, c.workspace_id, a.id, ?, 'system', 'member_joined', '{}', c.seq, c.version, ?
            from conversations c join actors a on a.workspace_id = c.workspace_id and a.kind = 'system'
            where c.id = ?`,
          parameters: [id, `${id}`, clock.now(), conversation_id],
        },
      ]);
      return id;
    },

    /** Changes what somebody is in their workspace: role, ban, restriction. */
    async restrict(
      actor: Actor,
      changes: Partial<Pick<Row<"memberships">, "role" | "banned_at" | "banned_until" | "muted_until">>,
    ): Promise<void> {
      await database.batch([memberships.update(actor.workspace_id, actor.id, changes)]);
    },

    async removeParticipant(conversation_id: number, actor: Actor): Promise<void> {
      await database.batch([conversations.removeParticipant(conversation_id, actor.id, clock.now())]);
    },

    /** Ends this process's life with the file and begins another. */
    async restart(): Promise<void> {
      await database.close();
      database = openDatabase({ path, now: clock.now });
      await start();
    },

    close,
    [Symbol.asyncDispose]: close,
  };

  async function close(): Promise<void> {
    await database.close();
    directory[Symbol.dispose]();
  }
}

/** That somebody is refused, with this code and no other fault. */
export async function assertRefused(act: Promise<unknown>, code: ErrorCode): Promise<void> {
  const outcome = await act.then(() => "done", (error) => error);
  if (outcome === "done") assert.fail(`was done, and should be refused with ${code}`);
  if (!(outcome instanceof AppError)) throw outcome;
  assert.equal(outcome.code, code);
}

function createClock(): Clock {
  let time = BEGINNING;
  return {
    now: () => time,
    advance: (milliseconds) => void (time += milliseconds),
  };
}
