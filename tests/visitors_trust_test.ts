/** What visitors of sites are trusted with, and what not: keys and tokens, names, votes, cards of members. */
import assert from "node:assert/strict";
import { startServer } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";
import { addSite, ownerOf, visit, visitor, voucher } from "./support/visitor.ts";
import { createClient } from "./support/client.ts";
import type { SiteWithSecret } from "@/lib/protocol/sites.ts";

/** A server of one's own for one test. */
function withServer(name: string, run: (server: TestServer) => Promise<void>): void {
  Deno.test(name, async () => {
    const server = await startServer();
    try {
      await run(server);
    } finally {
      await server.stop();
    }
  });
}

/** Calls for a site, from our own frame. */
const caller = (server: TestServer, { site_key }: Pick<SiteWithSecret, "site_key">, headers = {}) =>
  createClient(server.url, { headers: { origin: server.url, "site-key": site_key, ...headers } });

// --- votes ---

withServer("what visitors like or dislike makes nobody's score", async (server) => {
  const leila = await server.person("leila");
  const site = await addSite(server, { mode: "global" });
  const { body: message } = await leila.post("/api/messages", { content: "an honest word" });
  const score = async () => (await leila.get("/api/auth/me")).body.score;
  const stranger = await visit(server, site);
  const vouched = await visit(server, site, { identity: await voucher(site) });
  for (const guest of [stranger, vouched]) {
    const { status, body } = await guest.put(`/api/messages/${message.id}/reactions/dislike`, {});
    assert.equal(status, 200, JSON.stringify(body));
  }
  const owner = await server.owner();
  await owner.put(`/api/messages/${message.id}/reactions/like`, {});
  assert.equal(await score(), 1, "of a member it counts");
  const { workspace_id } = await ownerOf(server);
  await server.app.chat.ranks.recount(workspace_id);
  assert.equal(await score(), 1, "counted anew as well");
  // Taken back, it takes nothing with it.
  await stranger.delete(`/api/messages/${message.id}/reactions/dislike`);
  assert.equal(await score(), 1);
});

// --- repeated requests ---

withServer("two visitors behind one address who send the same key are two", async (server) => {
  const site = await addSite(server);
  const begin = () => caller(server, site, { "idempotency-key": "1" }).post("/api/v1/external/guests", {});
  const [one, beside] = await Promise.all([begin(), begin()]);
  const after = await begin();
  assert.deepEqual([one.status, beside.status, after.status], [201, 201, 201]);
  assert.equal(new Set([one, beside, after].map(({ body }) => body.guest_id)).size, 3);
  assert.equal(new Set([one, beside, after].map(({ body }) => body.token)).size, 3);
  // Who is known is answered again, as before.
  const guest = visitor(server, site, one.body);
  const ticket = () => guest.call("POST", "/api/auth/ws-ticket", {}, { headers: { "idempotency-key": "2" } });
  assert.equal((await ticket()).body.ticket, (await ticket()).body.ticket);
});
