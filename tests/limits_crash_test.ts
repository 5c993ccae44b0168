/** Limits of a site, when the program is killed under those who flood it. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import type { GuestSession, SiteWithSecret } from "@/lib/protocol/sites.ts";
import { createClient } from "./support/client.ts";
import type { Client } from "./support/client.ts";
import { startProgram } from "./support/program.ts";
import type { Program } from "./support/program.ts";
import { OWNER } from "./support/server.ts";

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

interface Scene {
  readonly program: Program;
  readonly site: SiteWithSecret;
  /** Ends the program as a power cut would, and starts it again on the same data. */
  restart(): Promise<void>;
  /** Until limits stand in the file as far as these were counted since then. */
  kept(counted: Readonly<Record<string, number>>, since: number): Promise<void>;
}

function withSite(name: string, limits: object, run: (scene: Scene) => Promise<void>): void {
  Deno.test(name, async () => {
    const data_dir = await Deno.makeTempDir({ prefix: "peyk-limits-" });
    let program = await startProgram(data_dir);
    try {
      const site = await addSite(program, limits);
      await run({
        get program() {
          return program;
        },
        site,
        async restart() {
          await program.kill();
          program = await startProgram(data_dir);
        },
        kept: (counted, since) => waitUntilKept(`${data_dir}/data/peyk.db`, site, counted, since),
      });
    } finally {
      await program.kill();
      await Deno.remove(data_dir, { recursive: true });
    }
  });
}

async function addSite({ url }: Program, limits: object): Promise<SiteWithSecret> {
  const owner = createClient(url);
  await owner.login(OWNER);
  const { status, body } = await owner.post("/api/admin/sites", { name: "a shop", mode: "room", limits });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Whoever calls from the frame of the program as it runs now: its port is another after each start. */
function caller({ program, site }: Scene, session?: GuestSession): Client {
  const headers = { origin: program.url, "site-key": site.site_key };
  return createClient(program.url, { headers, token: session?.token });
}

async function visit(scene: Scene): Promise<GuestSession> {
  const { status, body } = await caller(scene).post("/api/external/guests", {});
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Writes until it is enough: how many messages went through, of `tries`. */
async function flood(scene: Scene, session: GuestSession, tries: number): Promise<number> {
  const client = caller(scene, session);
  const { conversation_id } = session;
  for (let sent = 0; sent < tries; sent++) {
    const { status, body, headers } = await client.post("/api/messages", {
      content: "again",
      conversation_id,
    });
    if (status === 201) continue;
    assert.deepEqual([status, body.code], [429, "rate_limited"]);
    const wait = Number(headers.get("retry-after"));
    assert(wait > 0 && wait <= MINUTE / 1000, `retry after ${wait}`);
    return sent;
  }
  return tries;
}

/** Rules by how much of their only key was counted: then they stand so many intervals ahead of when that began. */
async function waitUntilKept(
  path: string,
  { limits }: SiteWithSecret,
  counted: Readonly<Record<string, number>>,
  since: number,
): Promise<void> {
  const patience = Date.now() + 20_000;
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const latest = db.prepare("select max(arrival_at) as at from rate_limits where rule = ?");
    for (const [name, count] of Object.entries(counted)) {
      const wanted = since + count * (MINUTE / limits[name as keyof typeof limits]);
      while (Number(latest.get(`site_${name}`)?.at ?? 0) < wanted) {
        assert(Date.now() < patience, `${name} is not written`);
        await new Promise((next) => setTimeout(next, 10));
      }
    }
  } finally {
    db.close();
  }
}

/** How many a limit gives back in the time that has passed, however slow this machine is. */
function regained(since: number, limit: number): number {
  return Math.floor((Date.now() - since) / (MINUTE / limit));
}

withSite(
  "who has flooded a site before the program was killed has had enough after it: visitor, address, newcomers",
  { messages_guest: 2, messages_ip: 3, sessions_ip: 2 },
  async (scene) => {
    const [one, two] = [await visit(scene), await visit(scene)];
    const began = Date.now();
    assert.equal(await flood(scene, one, 9), 2);
    assert.equal(await flood(scene, two, 9), 1, "the address has three");
    await scene.kept({ messages_guest: 2, messages_ip: 3 }, began);
    await scene.restart();

    const through = await flood(scene, one, 9);
    assert(through <= regained(began, 2), `${through} of the visitor went through`);
    const others = await flood(scene, two, 9);
    assert(through + others <= regained(began, 3), `${through + others} from the address went through`);
    const anew = await caller(scene).post("/api/external/guests", {});
    assert.deepEqual([anew.status, anew.body.code], [429, "rate_limited"]);
    const wait = Number(anew.headers.get("retry-after"));
    assert(wait > 0 && wait <= HOUR / 1000, `retry after ${wait}`);
    // Whoever was there may come back: nobody is punished for what the machine did.
    const { status, body } = await caller(scene).post("/api/external/guests", { guest_id: one.guest_id });
    assert.deepEqual([status, body.user.id], [201, one.user.id]);
  },
);

withSite(
  "killed at the very moment of a flood it forgets what was not written yet, and nothing older",
  { messages_guest: 12, messages_ip: 100 },
  async (scene) => {
    const guest = await visit(scene);
    const began = Date.now();
    assert.equal(await flood(scene, guest, 8), 8);
    await scene.kept({ messages_guest: 8 }, began);
    assert.equal(await flood(scene, guest, 3), 3);
    // At once: of these three perhaps none is written.
    await scene.restart();
    const through = await flood(scene, guest, 20);
    const most = 12 - 8 + regained(began, 12);
    assert(through <= most, `${through} went through where at most ${most} were left`);
  },
);
