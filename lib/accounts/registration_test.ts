import assert from "node:assert/strict";
import { query, read, write } from "@/db/query.ts";
import { Register } from "@/lib/protocol/accounts.ts";
import { here, member, owner, refusedAs, signIn, testAccounts } from "./testing.ts";

const leila = { email: "Leila.Ahmadi@Example.org", password: "leila's password" };

Deno.test("registering gives an account, a membership, a session and tokens", async () => {
  await using test = await testAccounts();
  const { answer, cookie } = await test.accounts.register(
    { ...leila, name: "لیلا احمدی پور", language: "fa" },
    here,
  );
  const { user } = answer;
  assert.equal(user.username, "Leila.Ahmadi");
  assert.equal(user.email, leila.email);
  assert.equal(user.first_name, "لیلا");
  assert.equal(user.last_name, "احمدی پور");
  assert.deepEqual([user.role, user.is_staff, user.score, user.rank, user.language], [
    "member",
    false,
    0,
    null,
    "fa",
  ]);
  assert.equal(user.workspace.slug, "default");
  assert.deepEqual([answer.token_type, answer.expires_in], ["Bearer", 900]);
  const by_cookie = await test.accounts.identify({ cookie });
  const by_token = await test.accounts.identify({ bearer: answer.access_token });
  assert.deepEqual(by_cookie!.actor, by_token!.actor);
  assert.equal(by_cookie!.actor.id, user.id);
  assert.deepEqual(await test.accounts.me(by_cookie!.actor), user);
});

Deno.test("nothing secret is kept as it is", async () => {
  await using test = await testAccounts();
  const { answer, cookie } = await test.accounts.register(leila, here);
  const kept = JSON.stringify([
    await test.rows(read(query.selectFrom("users").selectAll())),
    await test.rows(read(query.selectFrom("sessions").selectAll())),
    await test.rows(read(query.selectFrom("refresh_tokens").selectAll())),
    test.lines,
  ]);
  for (const secret of [leila.password, cookie!, answer.refresh_token, answer.access_token]) {
    assert.ok(!kept.includes(secret));
  }
});

Deno.test("one e-mail is one account, however it is written", async () => {
  await using test = await testAccounts();
  await test.accounts.register(leila, here);
  const hashed = test.bcrypt.hashed;
  for (const email of [leila.email, "leila.ahmadi@example.org", "LEILA.AHMADI@EXAMPLE.ORG"]) {
    await assert.rejects(
      test.accounts.register({ ...leila, email }, here),
      refusedAs("email_taken", "email"),
    );
  }
  assert.equal(test.bcrypt.hashed, hashed, "no work for what is refused anyway");
});

Deno.test("two who register one e-mail at once: one account", async () => {
  await using test = await testAccounts();
  const results = await Promise.allSettled([
    test.accounts.register(leila, here),
    test.accounts.register(leila, here),
  ]);
  assert.deepEqual(results.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const users = await test.rows(read(query.selectFrom("users").select("id")));
  const actors = await test.rows(read(query.selectFrom("actors").select("id").where("kind", "=", "member")));
  assert.equal(users.length, 2, "the owner and one");
  assert.equal(actors.length, 2, "nothing is left of the other");
});

Deno.test("a chosen username is its own; look-alikes are taken", async () => {
  await using test = await testAccounts();
  await member(test, "leila");
  for (const username of ["leila", "LEILA", "l\u0435ila"]) {
    const other = { email: "other@example.org", password: "other's password", username };
    await assert.rejects(test.accounts.register(other, here), refusedAs("username_taken", "username"));
  }
});

Deno.test("a username made from the e-mail finds a free one", async () => {
  await using test = await testAccounts();
  const names = [];
  for (let i = 0; i < 12; i++) {
    const person = { email: `info@example${i}.org`, password: "long enough" };
    names.push((await test.accounts.register(person, here)).answer.user.username);
  }
  assert.equal(names[0], "info");
  assert.equal(new Set(names).size, 12);
  for (const name of names.slice(1)) assert.match(name, /^info-\d+$/);
});

Deno.test("closed and by invitation: nobody registers", async () => {
  await using test = await testAccounts();
  for (const registration of ["closed", "invite"] as const) {
    await test.store.batch([write(query.updateTable("workspaces").set({ registration }))]);
    await assert.rejects(test.accounts.register(leila, here), refusedAs("registration_closed"));
  }
});

Deno.test("another workspace is joined by its slug, if it is open; the rest do not exist", async () => {
  await using test = await testAccounts();
  const { id } = await test.workspaces.create({ slug: "east", name: "East" });
  await test.workspaces.create({ slug: "west", name: "West", registration: "closed" });
  assert.equal(
    (await test.accounts.register({ ...leila, workspace: "east" }, here)).answer.user.workspace.id,
    id,
  );
  const other = { email: "other@example.org", password: "long enough" };
  for (const workspace of ["west", "nowhere"]) {
    await assert.rejects(test.accounts.register({ ...other, workspace }, here), refusedAs("not_found"));
  }
});

Deno.test("each workspace has one global room and one system actor", async () => {
  await using test = await testAccounts();
  await test.workspaces.ensureDefault();
  const made = await test.workspaces.create({ slug: "east", name: "East" });
  const rooms = await test.rows(
    read(query.selectFrom("conversations").select(["id", "workspace_id", "kind", "unique_key"])),
  );
  assert.equal(rooms.length, 2);
  assert.deepEqual(rooms[1], {
    id: made.global_id,
    workspace_id: made.id,
    kind: "global",
    unique_key: "global",
  });
  const systems = await test.rows(
    read(query.selectFrom("actors").select("workspace_id").where("kind", "=", "system")),
  );
  assert.equal(systems.length, 2);
});

Deno.test("too many from one address are told to wait, others are not", async () => {
  await using test = await testAccounts({ factor: 0.05 }); // 2 at once
  const register = (n: number, ip: string) =>
    test.accounts.register({ email: `p${n}@example.org`, password: "long enough" }, { ...here, ip });
  await register(1, "2001:db8::1");
  await register(2, "2001:db8::2");
  await assert.rejects(register(3, "2001:db8::3"), refusedAs("rate_limited"));
  await register(4, "2001:db8:1::1");
});

// First start

Deno.test("before there is an owner whoever registers is a member, and no owner", async () => {
  await using test = await testAccounts({ admin: null });
  const { answer } = await test.accounts.register(leila, here);
  assert.equal(answer.user.role, "member");
  assert.equal(await test.accounts.hasOwner(), false);
});

Deno.test("the configured owner is made once, and never changed by a later start", async () => {
  await using test = await testAccounts();
  assert.equal((await signIn(test, owner.email, owner.password)).user.role, "owner");
  assert.equal(await test.accounts.firstRun({ email: owner.email, password: "another password" }), null);
  assert.equal(
    await test.accounts.firstRun({ email: "thief@example.org", password: "another password" }),
    null,
  );
  await signIn(test, owner.email, owner.password);
  await assert.rejects(
    signIn(test, "thief@example.org", "another password"),
    refusedAs("invalid_credentials"),
  );
});

Deno.test("the setup link makes the owner once, then it is no page at all", async () => {
  await using test = await testAccounts({ admin: null });
  const old = (await test.accounts.firstRun(null))!.setup_path.split("token=")[1]!;
  const token = (await test.accounts.firstRun(null))!.setup_path.split("token=")[1]!;
  assert.equal(await test.accounts.canSetUp(old), false, "a later start ends the link of an earlier one");
  assert.equal(await test.accounts.canSetUp(token), true);
  const input = { ...owner, workspace_name: "Peyk Co", language: "en", registration: "closed" } as const;
  await assert.rejects(test.accounts.setup({ ...input, token: "guess" }, here), refusedAs("not_found"));
  const { answer } = await test.accounts.setup({ ...input, token }, here);
  assert.deepEqual([answer.user.role, answer.user.is_staff, answer.user.workspace.name], [
    "owner",
    true,
    "Peyk Co",
  ]);
  assert.equal(answer.user.workspace.language, "en");
  await assert.rejects(test.accounts.setup({ ...input, token }, here), refusedAs("not_found"));
  assert.equal(await test.accounts.canSetUp(token), false);
  assert.equal(await test.accounts.firstRun(null), null);
  await assert.rejects(test.accounts.register(leila, here), refusedAs("registration_closed"));
  const kept = await test.rows(read(query.selectFrom("instance").select("name")));
  assert.deepEqual(kept, [{ name: "default_workspace" }]);
});

Deno.test("two who use the setup link at once: one owner", async () => {
  await using test = await testAccounts({ admin: null });
  const token = (await test.accounts.firstRun(null))!.setup_path.split("token=")[1]!;
  const results = await Promise.allSettled(
    ["a", "b"].map((name) =>
      test.accounts.setup({ token, email: `${name}@example.org`, password: "long enough" }, here)
    ),
  );
  assert.deepEqual(results.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const owners = await test.rows(
    read(query.selectFrom("memberships").select("user_id").where("role", "=", "owner")),
  );
  assert.equal(owners.length, 1);
});

// What the form may say

const refusals: [input: Record<string, unknown>, code: string][] = [
  [{ email: "nobody" }, "email_invalid"],
  [{ email: `${"x".repeat(250)}@example.org` }, "email_invalid"],
  [{ email: "a\0b@example.org" }, "email_invalid"],
  [{ password: "short" }, "password_too_short"],
  [{ password: "é".repeat(37) }, "password_too_long"],
  [{ password: "x".repeat(60_000) }, "password_too_long"],
  [{ password: "abcdefgh\0abcdefgh" }, "invalid_input"],
  [{ username: "a b" }, "username_invalid"],
  [{ username: "ab" }, "username_invalid"],
  [{ username: "abc\0" }, "username_invalid"],
  [{ username: "x".repeat(60_000) }, "username_invalid"],
  [{ first_name: "x".repeat(81) }, "name_too_long"],
];
for (const [input, code] of refusals) {
  Deno.test(`register refuses ${JSON.stringify(input).slice(0, 60)} as ${code}`, () => {
    const parsed = Register.safeParse({ ...leila, ...input });
    assert.equal(parsed.error?.issues[0]?.message, code);
    assert.deepEqual(parsed.error?.issues[0]?.path, Object.keys(input));
  });
}

Deno.test("what is left empty in a form counts as left out; names lose what would disturb", () => {
  const parsed = Register.parse({
    ...leila,
    username: "",
    name: " ",
    first_name: " a\u202e\nb ",
    is_staff: true,
  });
  assert.deepEqual(JSON.parse(JSON.stringify(parsed)), { ...leila, first_name: "a b" });
});
