import { createApp } from "@/lib/app.ts";
import { CreateSite, SiteLimits } from "@/lib/protocol/sites.ts";
import { createLog } from "@/lib/web/log.ts";
import { seedConfig } from "./servers.ts";

/** As many as may be set: what is measured is the work. */
const UNLIMITED = Object.fromEntries(Object.keys(SiteLimits.shape).map((name) => [name, 100_000]));
/** Requests at the same time. */
const AT_ONCE = 16;

/** A site whose room is full of visitors. */
export interface Visitors {
  readonly conversation_id: number;
  /** One for each of them, for hours. */
  readonly tokens: readonly string[];
}

/** Makes a data folder with a site and so many visitors of it. */
export async function seedVisitors(dir: string, count: number): Promise<Visitors> {
  const config = seedConfig(dir);
  const app = await createApp({ config, log: createLog({ level: "error" }), build: "bench" });
  try {
    await app.accounts.firstRun(config.admin);
    const client = { ip: "127.0.0.1", user_agent: "bench" };
    const { cookie } = await app.accounts.login(config.admin!, client);
    const owner = (await app.accounts.identify({ cookie }))!.actor;
    const draft = CreateSite.parse({ name: "Shop", mode: "room", limits: UNLIMITED });
    const { site_id, conversation_id } = await app.sites.create(owner, draft, client.ip);
    const site = (await app.sites.known.bySiteId(site_id))!;
    const tokens: string[] = [];
    for (let i = 0; i < count; i++) {
      tokens.push((await app.guests.start(site, { name: `Visitor ${i}` }, addressOf(i))).token);
    }
    return { conversation_id: conversation_id!, tokens };
  } finally {
    await app.close();
  }
}

/** From an address of their own, as visitors are: one address begins only so many visits. */
const addressOf = (i: number) => `10.0.${i >> 8 & 255}.${i & 255}`;

/** A ticket for the socket of each, as their frame asks for one. */
export async function ticketsFor(server: string, tokens: readonly string[]): Promise<string[]> {
  const tickets: string[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let i = next++; i < tokens.length; i = next++) {
      const headers = { authorization: `Bearer ${tokens[i]!}`, origin: server };
      const answer = await fetch(`${server}/api/auth/ws-ticket`, { method: "POST", headers });
      if (!answer.ok) throw new Error(`no ticket: ${answer.status} ${await answer.text()}`);
      tickets[i] = (await answer.json()).ticket;
    }
  }));
  return tickets;
}
