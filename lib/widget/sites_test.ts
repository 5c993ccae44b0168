import assert from "node:assert/strict";
import * as audit from "@/db/audit.ts";
import { query, read, write } from "@/db/query.ts";
import { CreateSite } from "@/lib/protocol/sites.ts";
import { assertRefused, createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import { createSites } from "./sites.ts";
import type { SitesDeps } from "./sites.ts";

const SECRET = "s".repeat(40);
const HERE = "192.0.2.1";
const shop = (more: Record<string, unknown> = {}) =>
  CreateSite.parse({ name: "Ceramics", domains: ["https://Shop.example/"], ...more });

const sitesOf = (world: World, more: Partial<SitesDeps> = {}) =>
  createSites({ store: world.store, now: world.clock.now, nextId: world.nextId, secret: SECRET, ...more });

Deno.test("a new site has its keys; the secret is told once, and kept hashed and sealed", async () => {
  await using world = await createWorld();
  const sites = sitesOf(world);
  const { secret_key, ...site } = await sites.create(world.admin, shop(), HERE);
  assert.match(secret_key, /^sk_/);
  assert.deepEqual(await sites.get(world.admin, site.site_id), site);
  assert.deepEqual([site.name, site.title, site.domains, site.mode], [
    "Ceramics",
    "Ceramics",
    ["shop.example"],
    "support",
  ]);
  assert.deepEqual([site.locked, site.revoked, site.conversation_id], [false, false, null]);
  const rows = await world.store.all(read(query.selectFrom("sites").selectAll()));
  assert(!JSON.stringify(rows).includes(secret_key.slice(3)));
  const known = await sites.known.bySecret(secret_key);
  assert.equal(known?.site_id, site.site_id);
  assert.equal(await sites.known.secretOf(known!), secret_key);
  assert.equal(await sites.known.secretOf({ ...known!, site_id: "st_another" }), null);
  assert.equal((await sites.known.byKey(site.site_key))?.id, known!.id);
  assert.equal((await sites.known.bySiteId(site.site_id))?.id, known!.id);
  assert.equal(await sites.known.byKey(secret_key), null);
  assert.equal(await sites.known.bySecret(site.site_key), null);
});

Deno.test("admins of the workspace keep its sites, and nobody else", async () => {
  await using world = await createWorld();
  const sites = sitesOf(world);
  const { site_id } = await sites.create(world.owner, shop(), HERE);
  for (const actor of [world.leila, world.agent, world.guest]) {
    await assertRefused(sites.create(actor, shop(), HERE), "forbidden");
    await assertRefused(sites.list(actor, { limit: 5 }), "forbidden");
    await assertRefused(sites.get(actor, site_id), "forbidden");
    await assertRefused(sites.change(actor, site_id, { locked: true }, HERE), "forbidden");
    await assertRefused(sites.rotate(actor, site_id, "secret", HERE), "forbidden");
    await assertRefused(sites.remove(actor, site_id, HERE), "forbidden");
  }
  const { outsider } = world;
  assert.deepEqual(await sites.list(outsider, { limit: 5 }), { sites: [], more: false });
  await assertRefused(sites.get(outsider, site_id), "not_found");
  await assertRefused(sites.change(outsider, site_id, { locked: true }, HERE), "not_found");
  await assertRefused(sites.rotate(outsider, site_id, "public", HERE), "not_found");
  await assertRefused(sites.remove(outsider, site_id, HERE), "not_found");
  // Who was an admin when they asked and is none when it is written.
  await world.store.batch([
    write(query.updateTable("memberships").set({ role: "member" }).where("user_id", "=", world.admin.id)),
  ]);
  await assertRefused(sites.change(world.admin, site_id, { locked: true }, HERE), "conflict");
  assert.equal((await sites.get(world.owner, site_id)).locked, false);
});

Deno.test("a change leaves what it does not name, also within texts and limits", async () => {
  await using world = await createWorld();
  const sites = sitesOf(world);
  const look = { welcome: "سلام", prechat: { enabled: true, name: "required", text: "Who are you?" } };
  const { site_id } = await sites.create(world.admin, shop({ look, limits: { messages_guest: 7 } }), HERE);
  const changed = await sites.change(world.admin, site_id, {
    title: "Ask us",
    locked: true,
    look: { position: "left", prechat: { email: "optional" }, unheard_of: 1 },
    limits: { uploads_ip: 9 },
  }, HERE);
  assert.equal(changed.title, "Ask us");
  assert.equal(changed.locked, true);
  assert.deepEqual([changed.look.welcome, changed.look.position], ["سلام", "left"]);
  assert.deepEqual(changed.look.prechat, {
    ...{ enabled: true, name: "required", email: "optional", text: "Who are you?" },
  });
  assert(!("unheard_of" in changed.look));
  assert.deepEqual([changed.limits.messages_guest, changed.limits.uploads_ip], [7, 9]);
  const wrong = [{ look: { position: "middle" } }, { limits: { messages_ip: 0 } }, {
    look: { hours: { time_zone: "Mars/Base", days: Array(7).fill([]) } },
  }];
  for (const input of wrong) {
    await assert.rejects(sites.change(world.admin, site_id, input, HERE), { name: "ZodError" });
  }
  await assertRefused(sites.change(world.admin, site_id, { domains: ["*.com"] }, HERE), "domain_invalid");
  assert.deepEqual(await sites.get(world.admin, site_id), changed);
});

Deno.test("every act stands in the audit, without secrets; what changes nothing is no act", async () => {
  await using world = await createWorld();
  const sites = sitesOf(world);
  const { admin } = world;
  const { site_id, secret_key } = await sites.create(admin, shop(), HERE);
  await sites.change(admin, site_id, { name: "Ceramics", locked: false, domains: ["shop.example"] }, HERE);
  await sites.change(admin, site_id, { domains: ["a.example"], look: { welcome: "Hi" } }, HERE);
  await sites.change(admin, site_id, { revoked: true }, HERE);
  await sites.change(admin, site_id, { revoked: true }, HERE);
  await sites.change(admin, site_id, { revoked: false }, HERE);
  await sites.rotate(admin, site_id, "secret", HERE);
  await sites.rotate(admin, site_id, "public", HERE);
  await sites.remove(admin, site_id, HERE);
  const records = await world.store.all(audit.list({ workspace_id: world.home.id, limit: 20 }));
  assert.deepEqual(records.map(({ action }) => action), [
    ...["site.delete", "site.rotate_public", "site.rotate_secret", "site.restore", "site.revoke"],
    ...["site.change", "site.create"],
  ]);
  assert.deepEqual(JSON.parse(records[5]!.details), {
    domains: { from: ["shop.example"], to: ["a.example"] },
    look: ["welcome"],
  });
  const told = JSON.stringify(records);
  assert(!told.includes(secret_key) && !told.includes("sk_") && !told.includes("Hi"));
  assert(
    records.every(({ ip, entity, actor_id }) => ip === HERE && entity === "site" && actor_id === admin.id),
  );
});

Deno.test("a site that is revoked or removed is not there for who comes from it, and may come back", async () => {
  await using world = await createWorld();
  const told: number[] = [];
  const sites = sitesOf(world, { onAccessChanged: ({ id }) => told.push(id) });
  const { admin } = world;
  const { site_id, site_key, secret_key } = await sites.create(admin, shop(), HERE);
  const { id } = (await sites.known.bySiteId(site_id))!;
  const found = () =>
    Promise.all([
      sites.known.byId(id),
      sites.known.bySiteId(site_id),
      sites.known.byKey(site_key),
      sites.known.bySecret(secret_key),
      sites.known.isListedAnywhere("https://shop.example").then((is) => is || null),
    ]);
  const nothing = Array(5).fill(null);
  assert((await found()).every((one) => one !== null));
  await sites.change(admin, site_id, { revoked: true }, HERE);
  assert.deepEqual(await found(), nothing);
  assert.equal((await sites.get(admin, site_id)).revoked, true);
  await sites.change(admin, site_id, { revoked: false }, HERE);
  assert((await found()).every((one) => one !== null));
  await sites.change(admin, site_id, { primary_color: "#123456" }, HERE);
  assert.deepEqual(told, [id, id], "how it looks sends nobody away");
  await sites.change(admin, site_id, { locked: true }, HERE);
  assert.deepEqual(told.splice(2), [id], "whether one may write is learnt at once");
  assert.equal((await sites.known.byId(id))?.locked, true);
  await sites.change(admin, site_id, { domains: [] }, HERE);
  assert.equal(await sites.known.isListedAnywhere("https://shop.example"), false);
  await sites.remove(admin, site_id, HERE);
  assert.deepEqual(await found(), nothing);
  await assertRefused(sites.get(admin, site_id), "not_found");
  await assertRefused(sites.remove(admin, site_id, HERE), "not_found");
  assert.deepEqual(told, [id, id, id, id]);
});

Deno.test("an old key is refused as soon as there is a new one; the other keys stay", async () => {
  await using world = await createWorld();
  const sites = sitesOf(world);
  const made = await sites.create(world.admin, shop(), HERE);
  const secret = await sites.rotate(world.admin, made.site_id, "secret", HERE) as typeof made;
  assert.notEqual(secret.secret_key, made.secret_key);
  assert.equal(await sites.known.bySecret(made.secret_key), null);
  const known = (await sites.known.bySecret(secret.secret_key))!;
  assert.equal(await sites.known.secretOf(known), secret.secret_key);
  assert.equal(secret.site_key, made.site_key);
  const key = await sites.rotate(world.admin, made.site_id, "public", HERE);
  assert(!("secret_key" in key));
  assert.equal(await sites.known.byKey(made.site_key), null);
  assert.equal((await sites.known.byKey(key.site_key))?.site_id, made.site_id);
  assert(await sites.known.bySecret(secret.secret_key));
});

Deno.test("the site's own room is made once, when it is first wanted, and goes by its name", async () => {
  await using world = await createWorld();
  const sites = sitesOf(world);
  const { admin } = world;
  const { site_id, conversation_id } = await sites.create(admin, shop({ mode: "global" }), HERE);
  assert.equal(conversation_id, null);
  const room = (await sites.change(admin, site_id, { mode: "room" }, HERE)).conversation_id!;
  const shown = await world.chat.conversations.get(admin, room);
  assert.deepEqual([shown.kind, shown.name], ["site", "Ceramics"]);
  await sites.change(admin, site_id, { mode: "support" }, HERE);
  await sites.change(admin, site_id, { mode: "room", name: "Pottery" }, HERE);
  assert.equal((await sites.get(admin, site_id)).conversation_id, room);
  assert.equal((await world.chat.conversations.get(admin, room)).name, "Pottery");
  const at_once = await sites.create(admin, shop({ mode: "room" }), HERE);
  assert.notEqual(at_once.conversation_id, room);
  assert.equal((await world.chat.conversations.get(admin, at_once.conversation_id!)).kind, "site");
  await assertRefused(world.chat.conversations.get(world.leila, room), "not_found");
});

Deno.test("sites are listed from the newest on, page by page", async () => {
  await using world = await createWorld();
  const sites = sitesOf(world);
  for (const name of ["one", "two", "three"]) await sites.create(world.admin, shop({ name }), HERE);
  const first = await sites.list(world.admin, { limit: 2 });
  assert.deepEqual([first.sites.map(({ name }) => name), first.more], [["three", "two"], true]);
  const next = await sites.list(world.admin, { limit: 2, before: first.sites[1]!.site_id });
  assert.deepEqual([next.sites.map(({ name }) => name), next.more], [["one"], false]);
  assert.deepEqual(await sites.list(world.admin, { limit: 2, before: "st_unknown" }), {
    sites: [],
    more: false,
  });
});
