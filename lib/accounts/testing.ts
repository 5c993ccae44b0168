/** Accounts for tests: a real database, a clock that the test turns, cheap hashes that are counted. */
import { compare, hash } from "@node-rs/bcrypt";
import { createIds } from "@/db/ids.ts";
import { query, read } from "@/db/query.ts";
import type { Query, Store } from "@/db/store.ts";
import { temporaryDatabase } from "@/db/testing/database.ts";
import { createRanks } from "@/lib/chat/ranks.ts";
import { AppError, type ErrorCode } from "@/lib/protocol/errors.ts";
import { createLog } from "@/lib/web/log.ts";
import { createRateLimiter } from "@/lib/web/rate_limit.ts";
import { type Accounts, createAccounts } from "./accounts.ts";
import { createPasswords } from "./passwords.ts";
import { createWorkspaces, type Workspaces } from "./workspaces.ts";

export interface TestAccounts extends AsyncDisposable {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly workspaces: Workspaces;
  readonly nextId: () => number;
  /** Turned by tests: epoch milliseconds. */
  readonly clock: { at: number };
  /** How often bcrypt worked, and what happens while it compares. */
  readonly bcrypt: { hashed: number; compared: number; meanwhile?: () => Promise<unknown> };
  /** Sessions reported as ended. */
  readonly revoked: number[];
  /** Members reported as changed. */
  readonly changed: number[];
  /** Lines of the log. */
  readonly lines: string[];
  rows<Row>(query: Query<Row>): Promise<Row[]>;
}

export const owner = { email: "owner@example.org", password: "owner's password" };
export const here = { ip: "192.0.2.1", user_agent: "test" };

/** A first start is behind it: there is an owner, unless `admin` is null. */
export async function testAccounts(
  { admin = owner, factor = 1000, cost = 4 }: {
    admin?: typeof owner | null;
    factor?: number;
    cost?: number;
  } = {},
): Promise<TestAccounts> {
  const db = temporaryDatabase();
  const clock = { at: Date.UTC(2026, 10, 18, 9) };
  const bcrypt: TestAccounts["bcrypt"] = { hashed: 0, compared: 0 };
  const [revoked, changed, lines]: [number[], number[], string[]] = [[], [], []];
  const now = () => clock.at;
  const deps = { store: db.store, now, nextId: createIds({ now }) };
  const workspaces = createWorkspaces(deps);
  const accounts = createAccounts({
    ...deps,
    workspaces,
    ranks: createRanks(deps),
    secret: "s".repeat(40),
    log: createLog({ level: "debug", write: (line) => lines.push(line) }),
    limiter: createRateLimiter({ now, factor }),
    passwords: createPasswords({
      cost,
      bcrypt: {
        hash: (...args) => (bcrypt.hashed++, hash(...args)),
        async compare(...args) {
          bcrypt.compared++;
          const { meanwhile } = bcrypt;
          bcrypt.meanwhile = undefined;
          await meanwhile?.();
          return await compare(...args);
        },
      },
    }),
    onSessionsRevoked: (ids) => revoked.push(...ids),
    onMembershipChanged: ({ user_id }) => changed.push(user_id),
  });
  if (admin) await accounts.firstRun(admin);
  return {
    ...deps,
    accounts,
    workspaces,
    clock,
    bcrypt,
    revoked,
    changed,
    lines,
    rows: (query) => db.store.all(query),
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  };
}

/** For `assert.rejects`: a refusal with this code, and this field if given. */
export function refusedAs(code: ErrorCode, field?: string) {
  return (error: unknown) =>
    error instanceof AppError && error.code === code && (field === undefined || error.field === field);
}

/** Somebody signed in, as an actor with the cookie and tokens of the session. */
export async function signIn(
  { accounts }: TestAccounts,
  email: string,
  password: string,
  workspace?: string,
) {
  const { answer, cookie } = await accounts.login({ email, password, workspace }, here);
  const identity = await accounts.identify({ cookie });
  return { ...answer, cookie: cookie!, actor: identity!.actor };
}

/** Registers a member and signs them in. */
export async function member(test: TestAccounts, username: string, workspace?: string) {
  const email = `${username}@example.org`;
  const password = `${username}'s password`;
  const { answer, cookie } = await test.accounts.register({ email, password, username, workspace }, here);
  const identity = await test.accounts.identify({ cookie });
  return { ...answer, cookie: cookie!, actor: identity!.actor, email, password };
}

export const auditOf = (workspace_id: number) =>
  read(
    query.selectFrom("audit").select(["actor_id", "action", "entity_id", "details"])
      .where("workspace_id", "=", workspace_id).orderBy("id"),
  );
