import { createApp } from "@/lib/app.ts";
import { parseConfig } from "@/lib/config.ts";
import type { Config } from "@/lib/config.ts";
import { createLog } from "@/lib/web/log.ts";
import type { DialectName } from "../load/dialects.ts";
import { CACHE, ROOT } from "./folders.ts";
import { CORE, type Running, start, waitFor } from "./process.ts";

/** Limits that no load reaches: what is measured is the work. */
const UNLIMITED = { RATE_LIMIT_FACTOR: "1000000", LOG_LEVEL: "warn" };

/** A server under measurement and what the load has to know of it. */
export interface Server extends Running {
  readonly host: string;
  readonly port: number;
  readonly dialect: DialectName;
  readonly conversation_id: number;
  /** One `Cookie` header a person. */
  readonly cookies: readonly string[];
  /** For visitors, who have no cookies: good once, and for half a minute. */
  readonly tickets?: readonly string[];
}

export interface ServerOptions {
  /** A folder of the server's own. */
  readonly dir: string;
  readonly people: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a kind of server on a new database with so many people in one room. */
export type StartServer = (options: ServerOptions) => Promise<Server>;

export const startPeyk: StartServer = async ({ dir, people, env }) => {
  const seeded = await seedPeyk(dir, people);
  return { ...await servePeyk(dir, env), ...seeded };
};

/** Serves a folder that was seeded. */
export async function servePeyk(
  dir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Running & Pick<Server, "host" | "port" | "dialect">> {
  const running = start({
    program: Deno.execPath(),
    args: ["run", "-A", "main.ts"],
    cwd: ROOT,
    core: CORE.server,
    env: { PORT: "0", DATA_DIR: `${dir}/data`, UPLOADS_DIR: `${dir}/uploads`, ...UNLIMITED, ...env },
  });
  const [, host, port] = await waitFor(running, /listens on http:\/\/([\d.]+):(\d+)/);
  return { ...running, host: host!, port: Number(port), dialect: "peyk" };
}

/** What fills a data folder is configured so: an owner, cheap passwords, no limits. */
export function seedConfig(dir: string): Config {
  return parseConfig({
    PEYK_ENV: "test",
    PASSWORD_COST: "4",
    DATA_DIR: `${dir}/data`,
    UPLOADS_DIR: `${dir}/uploads`,
    ADMIN_EMAIL: "owner@peyk.test",
    ADMIN_PASSWORD: "owner-password",
    ...UNLIMITED,
  });
}

/** Makes a data folder with people who are signed in. */
export async function seedPeyk(
  dir: string,
  people: number,
): Promise<Pick<Server, "conversation_id" | "cookies">> {
  const config = seedConfig(dir);
  const app = await createApp({ config, log: createLog({ level: "error" }), build: "bench" });
  try {
    await app.accounts.firstRun(config.admin);
    const cookies: string[] = [];
    let conversation_id = 0;
    // A few at a time: passwords are hashed in a bounded queue.
    for (let i = 0; i < people; i += 8) {
      const some = Array.from({ length: Math.min(8, people - i) }, (_, j) => register(app, i + j));
      for (const { cookie, actor } of await Promise.all(some)) {
        cookies.push(`peyk_session=${cookie}`);
        conversation_id ||= await app.chat.conversations.globalId(actor);
      }
    }
    return { cookies, conversation_id };
  } finally {
    await app.close();
  }
}

type App = Awaited<ReturnType<typeof createApp>>;

async function register({ accounts }: App, i: number) {
  const person = { email: `person-${i}@peyk.test`, password: "bench-password", username: `person-${i}` };
  const { cookie } = await accounts.register({ ...person, first_name: `Person ${i}` }, {
    ip: "127.0.0.1",
    user_agent: "bench",
  });
  const identity = await accounts.identify({ cookie, bearer: undefined, ticket: null });
  return { cookie, actor: identity!.actor };
}

export const startPeer: StartServer = async ({ dir, people, env }) => {
  await Deno.mkdir(dir, { recursive: true });
  const running = start({
    program: "node",
    args: ["server.mjs", `${dir}/peer.db`, String(people)],
    cwd: `${CACHE}/peer`,
    core: CORE.server,
    env: { NODE_ENV: "production", ...env },
  });
  const [, host, port, conversation] = await waitFor(
    running,
    /http:\/\/([\d.]+):(\d+) with conversation (\d+)/,
  );
  return {
    ...running,
    host: host!,
    port: Number(port),
    dialect: "socketIo",
    conversation_id: Number(conversation),
    cookies: Array.from({ length: people }, (_, i) => `token=token-${i}`),
  };
};
