import assert from "node:assert/strict";
import { defaultRanks, rankIn } from "@/lib/i18n/ranks.ts";
import { RankTiers } from "@/lib/protocol/settings.ts";
import { assertRefused, createWorld } from "@/tests/support/world.ts";
import { rankOf } from "./ranks.ts";

Deno.test("a score has the highest rank it reached", () => {
  const tiers = [{ name: "a", min: -5 }, { name: "b", min: 0 }, { name: "c", min: 10 }];
  assert.deepEqual([-6, -5, -1, 0, 9, 10, 1e9].map((score) => rankOf(score, tiers)), [
    null,
    "a",
    "a",
    "b",
    "b",
    "c",
    "c",
  ]);
  assert.equal(rankOf(null, tiers), null);
  assert.equal(rankOf(5, []), null);
});

Deno.test("the usual ranks can be stored, and are read in either language", () => {
  for (const locale of ["fa", "en"] as const) {
    assert.equal(RankTiers.safeParse(defaultRanks(locale)).success, true);
    for (const { name } of defaultRanks("fa")) {
      assert.equal(rankIn(locale, name), locale === "fa" ? name : rankIn("en", rankIn("fa", name)));
    }
  }
  assert.equal(rankIn("en", "نوآموز"), "Apprentice");
  assert.equal(rankIn("fa", "Guru"), "Guru");
  assert.equal(RankTiers.safeParse([{ name: "b", min: 1 }, { name: "a", min: 1 }]).success, false);
});

Deno.test("a workspace names its own ranks, which show at once, there alone and after a restart", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, agent, outsider, home } = world;
  const id = await world.put(home.global, leila);
  const ranks = [{ name: "کوزه‌گر", min: 1 }];
  const liked = await world.chat.reactions.set(arash, id, "like", true);
  assert.deepEqual([liked.sender.score, liked.sender.rank], [1, "نوآموز"]);
  assert.equal((await world.chat.people.get(outsider)).rank, null);
  await assertRefused(world.chat.ranks.change(agent, ranks, ""), "forbidden");
  assert.deepEqual(await world.chat.ranks.change(admin, ranks, ""), ranks);
  for (let start = 0; start < 2; start++) {
    assert.equal((await world.chat.messages.get(arash, id)).sender.rank, "کوزه‌گر");
    assert.equal((await world.chat.people.card(arash, leila.id)).user.rank, "کوزه‌گر");
    assert.equal((await world.chat.people.get(arash)).rank, null);
    assert.notDeepEqual(await world.chat.ranks.of(world.elsewhere.id), ranks);
    await world.restart();
  }
  assert.equal((await world.chat.ranks.change(admin, null, ""))[0]!.name, "نوآموز");
});

Deno.test("settings of others are kept, and broken ones give the usual ranks", async () => {
  await using world = await createWorld();
  const { admin, home } = world;
  const put = (settings: string) =>
    world.store.batch([{
      sql: "update workspaces set settings = ? where id = ?",
      parameters: [settings, home.id],
    }]);
  await put(`{"other": 1, "rank_tiers": [{"name": 5}]}`);
  assert.deepEqual(await world.chat.ranks.of(home.id), defaultRanks("fa"));
  await world.chat.ranks.change(admin, [], "");
  const [row] = await world.store.all<{ settings: string }>({
    sql: "select settings from workspaces where id = ?",
    parameters: [home.id],
  });
  assert.deepEqual(JSON.parse(row!.settings), { other: 1, rank_tiers: [] });
});

Deno.test("the card of a person is for members of the same workspace", async () => {
  await using world = await createWorld();
  const { leila, arash, guest, outsider } = world;
  const { people } = world.chat;
  const card = await people.card(leila, arash.id);
  assert.deepEqual([card.user.username, card.last_seen_at, card.created_at], [
    "arash",
    null,
    world.clock.now(),
  ]);
  await assertRefused(people.card(leila, outsider.id), "not_found");
  await assertRefused(people.card(outsider, leila.id), "not_found");
  await assertRefused(people.card(leila, guest.id), "not_found");
  await assertRefused(people.card(guest, leila.id), "not_found");
});
