/** A real server in this process: port 0, a real SQLite file in a folder of its own. */
import type { Snapshot } from "fresh";
import { createApp } from "@/lib/app.ts";
import type { App } from "@/lib/app.ts";
import { parseConfig } from "@/lib/config.ts";
import { serve } from "@/lib/server.ts";
import { createLog } from "@/lib/web/log.ts";
import { createClient } from "./client.ts";
import type { Client } from "./client.ts";

const ROOT = new URL("../../", import.meta.url);

export const OWNER = { email: "owner@peyk.test", password: "owner-password" };

export interface ServerOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** With scripts and stylesheet, for browsers. */
  readonly built?: boolean;
  /** How long somebody must be away before it is said, in milliseconds. */
  readonly leave_delay?: number;
  /** A data folder to start on again; otherwise a new one that goes with the server. */
  readonly data_dir?: string;
}

export interface TestServer {
  readonly url: string;
  readonly app: App;
  readonly data_dir: string;
  /** What the server logged, as JSON lines. */
  readonly log: readonly string[];
  /** Registers somebody and gives the client that speaks for them. */
  person(name: string, more?: Record<string, unknown>): Promise<Client>;
  /** The owner, signed in. */
  owner(): Promise<Client>;
  /** A client without a proof. */
  anybody(): Client;
  stop(): Promise<void>;
}

export async function startServer(
  { env = {}, built = false, leave_delay, data_dir }: ServerOptions = {},
): Promise<TestServer> {
  const dir = data_dir ?? await Deno.makeTempDir({ prefix: "peyk-test-" });
  const config = parseConfig({
    PEYK_ENV: "test",
    PORT: "0",
    DATA_DIR: `${dir}/data`,
    UPLOADS_DIR: `${dir}/uploads`,
    ADMIN_EMAIL: OWNER.email,
    ADMIN_PASSWORD: OWNER.password,
    PASSWORD_COST: "4",
    RATE_LIMIT_FACTOR: "1000",
    LOG_LEVEL: "info",
    ...env,
  });
  const log: string[] = [];
  const snapshot = built ? await loadBuild() : undefined;
  const app = await createApp({
    config,
    log: createLog({ level: config.log_level, write: (line) => void log.push(line) }),
    build: snapshot?.manifest?.version ?? "test",
    ...(leave_delay === undefined ? {} : { leave_delay }),
  });
  await app.accounts.firstRun(config.admin);
  const server = await serve({ app, snapshot, root: ROOT.pathname });
  const anybody = () => createClient(server.url);
  return {
    url: server.url,
    app,
    data_dir: dir,
    log,
    anybody,
    async person(name, more = {}) {
      const client = anybody();
      await client.register({
        email: `${name}@peyk.test`,
        password: `${name}-password`,
        username: name,
        ...more,
      });
      return client;
    },
    async owner() {
      const client = anybody();
      await client.login(OWNER);
      return client;
    },
    async stop() {
      await server.stop();
      if (data_dir === undefined) await Deno.remove(dir, { recursive: true });
    },
  };
}

async function loadBuild(): Promise<Snapshot> {
  const { build } = await import(new URL("dev.ts", ROOT).href);
  await build({ ifStale: true });
  return (await import(new URL("_fresh/snapshot.ts", ROOT).href)).default;
}

/** A test with a server of its own. */
export function serverTest(name: string, run: (server: TestServer) => Promise<void>): void {
  Deno.test(name, async () => {
    const server = await startServer();
    try {
      await run(server);
    } finally {
      await server.stop();
    }
  });
}
