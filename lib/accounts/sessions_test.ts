import assert from "node:assert/strict";
import { query, read, write } from "@/db/query.ts";
import { here, member, owner, refusedAs, signIn, testAccounts } from "./testing.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

Deno.test("a wrong password and an unknown e-mail cost the same and say the same", async () => {
  await using test = await testAccounts();
  const { email } = await member(test, "leila");
  const tries = [
    { email, password: "not the password" },
    { email: "nobody@example.org", password: "not the password" },
    { email: "' or 1=1 --", password: "not the password" },
  ];
  for (const attempt of tries) {
    const before = test.bcrypt.compared;
    await assert.rejects(test.accounts.login(attempt, here), refusedAs("invalid_credentials"));
    assert.equal(test.bcrypt.compared - before, 1, attempt.email);
  }
});

Deno.test("a password beyond 72 bytes is wrong for everybody, without work", async () => {
  await using test = await testAccounts();
  const { email } = await member(test, "leila");
  const before = test.bcrypt.compared;
  for (const who of [email, "nobody@example.org"]) {
    const attempt = test.accounts.login({ email: who, password: "x".repeat(60_000) }, here);
    await assert.rejects(attempt, refusedAs("invalid_credentials"));
  }
  assert.equal(test.bcrypt.compared, before);
});

Deno.test("guessing is slowed down for one account and for one address, and the right password still gets in", async () => {
  await using slow = await testAccounts({ factor: 0.3 }); // 3 at once for a pair
  const { email, password } = await member(slow, "leila");
  const guess = (ip: string) => slow.accounts.login({ email, password: "not the password" }, { ...here, ip });
  for (let i = 0; i < 3; i++) await assert.rejects(guess("192.0.2.1"), refusedAs("invalid_credentials"));
  const compared = slow.bcrypt.compared;
  await assert.rejects(guess("192.0.2.1"), refusedAs("rate_limited"));
  assert.equal(slow.bcrypt.compared, compared, "no work for who is to wait");
  await slow.accounts.login({ email, password }, { ...here, ip: "192.0.2.2" });
});

Deno.test("a right password forgives the slips before it", async () => {
  await using test = await testAccounts({ factor: 0.3 });
  const { email, password } = await member(test, "leila");
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 2; i++) {
      const slip = test.accounts.login({ email, password: "not the password" }, here);
      await assert.rejects(slip, refusedAs("invalid_credentials"));
    }
    await test.accounts.login({ email, password }, here);
  }
});

Deno.test("a password under an older, cheaper hash is hashed anew when it is used", async () => {
  await using test = await testAccounts({ cost: 5 });
  const { email, password } = await member(test, "leila");
  const { hash } = await import("@node-rs/bcrypt");
  const password_hash = await hash(password, 4);
  await test.store.batch([
    write(query.updateTable("users").set({ password_hash }).where("email", "=", email)),
  ]);
  await signIn(test, email, password);
  const [row] = await test.rows(
    read(query.selectFrom("users").select("password_hash").where("email", "=", email)),
  );
  assert.match(row!.password_hash, /^\$2b\$05\$/);
  await signIn(test, email, password);
});

Deno.test("logging out ends cookie, access and refresh token at once, and this session only", async () => {
  await using test = await testAccounts();
  const { email, password, ...phone } = await member(test, "leila");
  const laptop = await signIn(test, email, password);
  await test.accounts.logout(laptop.actor);
  assert.deepEqual(test.revoked, [laptop.actor.session_id]);
  assert.equal(await test.accounts.identify({ cookie: laptop.cookie }), null);
  await assert.rejects(test.accounts.identify({ bearer: laptop.access_token }), refusedAs("token_invalid"));
  await assert.rejects(test.accounts.refresh(laptop.refresh_token, here), refusedAs("token_invalid"));
  assert.equal(await test.accounts.reload(laptop.actor), null);
  assert.ok(await test.accounts.identify({ cookie: phone.cookie }));
  await test.accounts.logout(laptop.actor);
  assert.equal(test.revoked.length, 1, "a session ends once");
});

Deno.test("a session lives thirty days after its last use", async () => {
  await using test = await testAccounts();
  const { cookie } = await member(test, "leila");
  for (let i = 0; i < 3; i++) {
    test.clock.at += 29 * DAY;
    const identity = await test.accounts.identify({ cookie });
    assert.equal(identity?.renew, true);
    await test.accounts.sweep(); // also waits until the use is noted
  }
  test.clock.at += 30 * DAY;
  assert.equal(await test.accounts.identify({ cookie }), null);
});

Deno.test("uses within five minutes are noted once", async () => {
  await using test = await testAccounts();
  const { cookie, actor } = await member(test, "leila");
  const session = read(
    query.selectFrom("sessions").select("last_used_at").where("id", "=", actor.session_id!),
  );
  const [first] = await test.rows(session);
  test.clock.at += 4 * MINUTE;
  assert.equal((await test.accounts.identify({ cookie }))!.renew, false);
  await test.accounts.sweep();
  assert.deepEqual(await test.rows(session), [first]);
  test.clock.at += MINUTE;
  assert.equal((await test.accounts.identify({ cookie }))!.renew, true);
  await test.accounts.sweep();
  assert.deepEqual(await test.rows(session), [{ last_used_at: test.clock.at }]);
});

Deno.test("a refresh token works once and gives the next; the session goes on", async () => {
  await using test = await testAccounts();
  const { refresh_token, actor } = await member(test, "leila");
  test.clock.at += 20 * MINUTE;
  const next = await test.accounts.refresh(refresh_token, here);
  assert.notEqual(next.refresh_token, refresh_token);
  assert.deepEqual((await test.accounts.identify({ bearer: next.access_token }))!.actor, actor);
  const third = await test.accounts.refresh(next.refresh_token, here);
  assert.ok(await test.accounts.identify({ bearer: third.access_token }));
  assert.deepEqual(test.revoked, []);
});

Deno.test("a refresh token used twice ends its whole family", async () => {
  await using test = await testAccounts();
  const { refresh_token, actor, cookie } = await member(test, "leila");
  const next = await test.accounts.refresh(refresh_token, here);
  await assert.rejects(test.accounts.refresh(refresh_token, here), refusedAs("token_invalid"));
  assert.deepEqual(test.revoked, [actor.session_id]);
  await assert.rejects(test.accounts.identify({ bearer: next.access_token }), refusedAs("token_invalid"));
  await assert.rejects(test.accounts.refresh(next.refresh_token, here), refusedAs("token_invalid"));
  assert.equal(await test.accounts.identify({ cookie }), null);
  assert.ok(test.lines.some((line) => line.includes("refresh_token_reused")));
});

Deno.test("two refreshes at once with one token: at most one is answered, and the family ends", async () => {
  await using test = await testAccounts();
  const { refresh_token, actor } = await member(test, "leila");
  const results = await Promise.allSettled([1, 2].map(() => test.accounts.refresh(refresh_token, here)));
  assert.ok(results.some(({ status }) => status === "rejected"));
  assert.deepEqual(test.revoked, [actor.session_id]);
});

Deno.test("a refresh token nobody was given is refused and ends nothing", async () => {
  await using test = await testAccounts();
  const { cookie } = await member(test, "leila");
  for (const token of ["", "guess", "x".repeat(200), cookie]) {
    await assert.rejects(test.accounts.refresh(token, here), refusedAs("token_invalid"));
  }
  assert.deepEqual(test.revoked, []);
});

Deno.test("proofs do not stand in for each other", async () => {
  await using test = await testAccounts();
  const { cookie, access_token, refresh_token, actor } = await member(test, "leila");
  const { ticket } = await test.accounts.issueTicket(actor);
  for (const wrong of [access_token, refresh_token, ticket, "x".repeat(10_000), "' or 1=1 --"]) {
    assert.equal(await test.accounts.identify({ cookie: wrong }), null);
  }
  for (const wrong of [cookie, refresh_token, ticket]) {
    await assert.rejects(test.accounts.identify({ bearer: wrong }), refusedAs("token_invalid"));
  }
  for (const wrong of [cookie, refresh_token, access_token]) {
    await assert.rejects(test.accounts.identify({ ticket: wrong }), refusedAs("token_invalid"));
  }
  const both = test.accounts.identify({ bearer: "wrong", cookie });
  await assert.rejects(both, refusedAs("token_invalid"), "a wrong Bearer token is not made good by a cookie");
});

Deno.test("a ticket opens one socket, within thirty seconds", async () => {
  await using test = await testAccounts();
  const { actor } = await member(test, "leila");
  const { ticket, expires_in } = await test.accounts.issueTicket(actor);
  assert.equal(expires_in, 30);
  const identity = await test.accounts.identify({ ticket });
  assert.deepEqual(identity!.actor, actor);
  assert.equal(identity!.via, "ticket");
  await assert.rejects(test.accounts.identify({ ticket }), refusedAs("token_invalid"));
  const late = await test.accounts.issueTicket(actor);
  test.clock.at += 30_000;
  await assert.rejects(test.accounts.identify({ ticket: late.ticket }), refusedAs("token_invalid"));
});

Deno.test("ten sockets race for one ticket: one opens", async () => {
  await using test = await testAccounts();
  const { ticket } = await test.accounts.issueTicket((await member(test, "leila")).actor);
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () => test.accounts.identify({ ticket })),
  );
  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
});

Deno.test("a ticket dies with its session", async () => {
  await using test = await testAccounts();
  const { actor } = await member(test, "leila");
  const { ticket } = await test.accounts.issueTicket(actor);
  await test.accounts.logout(actor);
  await assert.rejects(test.accounts.identify({ ticket }), refusedAs("token_invalid"));
});

Deno.test("changing the password ends all other sessions and keeps this one", async () => {
  await using test = await testAccounts();
  const { email, password, ...phone } = await member(test, "leila");
  const laptop = await signIn(test, email, password);
  const change = { current_password: password, new_password: "a new password" };
  await test.accounts.changePassword(laptop.actor, change);
  assert.deepEqual(test.revoked, [phone.actor.session_id]);
  assert.equal(await test.accounts.identify({ cookie: phone.cookie }), null);
  assert.ok(await test.accounts.identify({ cookie: laptop.cookie }));
  await assert.rejects(signIn(test, email, password), refusedAs("invalid_credentials"));
  await signIn(test, email, change.new_password);
});

Deno.test("changing it takes the current one, and few guesses", async () => {
  await using test = await testAccounts({ factor: 0.3 });
  const { actor, email, password, cookie } = await member(test, "leila");
  const guess = () =>
    test.accounts.changePassword(actor, {
      current_password: "a guess at it",
      new_password: "a new password",
    });
  for (let i = 0; i < 3; i++) {
    await assert.rejects(guess(), refusedAs("invalid_credentials", "current_password"));
  }
  await assert.rejects(guess(), refusedAs("rate_limited"));
  assert.ok(await test.accounts.identify({ cookie }));
  await signIn(test, email, password);
});

Deno.test("two changes at once: one wins, the other is told", async () => {
  await using test = await testAccounts();
  const { actor, email, password } = await member(test, "leila");
  const results = await Promise.allSettled(
    ["one", "two"].map((name) =>
      test.accounts.changePassword(actor, { current_password: password, new_password: `password ${name}` })
    ),
  );
  const won = results.findIndex(({ status }) => status === "fulfilled");
  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
  await signIn(test, email, `password ${["one", "two"][won]}`);
});

Deno.test("a sign-in under way when the password changes, or a ban comes, begins no session", async () => {
  await using test = await testAccounts();
  const { actor, email, password } = await member(test, "leila");
  test.bcrypt.meanwhile = () =>
    test.accounts.changePassword(actor, { current_password: password, new_password: "a new password" });
  await assert.rejects(signIn(test, email, password), refusedAs("invalid_credentials"));
  const boss = await signIn(test, owner.email, owner.password);
  test.bcrypt.meanwhile = () => test.accounts.manageUser(boss.actor, actor.id, { banned: true }, here);
  await assert.rejects(signIn(test, email, "a new password"), refusedAs("banned"));
  const sessions = read(
    query.selectFrom("sessions").select("id").where("user_id", "=", actor.id).where("revoked_at", "is", null),
  );
  assert.deepEqual(await test.rows(sessions), []);
});

Deno.test("a ban holds even where a session was missed", async () => {
  await using test = await testAccounts();
  const { user, cookie, access_token, actor } = await member(test, "leila");
  const { ticket } = await test.accounts.issueTicket(actor);
  const banned_at = test.clock.at;
  await test.store.batch([
    write(query.updateTable("memberships").set({ banned_at }).where("user_id", "=", user.id)),
  ]);
  assert.equal(await test.accounts.identify({ cookie }), null);
  await assert.rejects(test.accounts.identify({ bearer: access_token }), refusedAs("token_invalid"));
  await assert.rejects(test.accounts.identify({ ticket }), refusedAs("token_invalid"));
});

Deno.test("an erased person and a closed workspace let nobody in", async () => {
  await using test = await testAccounts();
  const { user, cookie, email, password } = await member(test, "leila");
  const at = { deleted_at: test.clock.at };
  await test.store.batch([write(query.updateTable("users").set(at).where("id", "=", user.id))]);
  assert.equal(await test.accounts.identify({ cookie }), null);
  await assert.rejects(signIn(test, email, password), refusedAs("invalid_credentials"));
  await test.workspaces.create({ slug: "east", name: "East" });
  const east = await member(test, "arash", "east");
  await test.store.batch([write(query.updateTable("workspaces").set(at).where("slug", "=", "east"))]);
  assert.equal(await test.accounts.identify({ cookie: east.cookie }), null);
  await assert.rejects(signIn(test, east.email, east.password), refusedAs("invalid_credentials"));
});

Deno.test("one sees and ends one's own sessions, nobody else's", async () => {
  await using test = await testAccounts();
  const { email, password, ...phone } = await member(test, "leila");
  const laptop = await signIn(test, email, password);
  const arash = await member(test, "arash");
  const list = await test.accounts.listSessions(laptop.actor);
  assert.deepEqual(list.map(({ id }) => id).sort(), [phone.actor.session_id, laptop.actor.session_id].sort());
  assert.deepEqual(list.filter(({ is_current }) => is_current).map(({ id }) => id), [
    laptop.actor.session_id,
  ]);
  assert.ok(!JSON.stringify(list).includes("hash"));
  await assert.rejects(
    test.accounts.revokeSession(arash.actor, phone.actor.session_id!),
    refusedAs("not_found"),
  );
  assert.ok(await test.accounts.identify({ cookie: phone.cookie }));
  await test.accounts.revokeSession(laptop.actor, phone.actor.session_id!);
  await assert.rejects(
    test.accounts.revokeSession(laptop.actor, phone.actor.session_id!),
    refusedAs("not_found"),
  );
  assert.equal(await test.accounts.identify({ cookie: phone.cookie }), null);
  const tablet = await signIn(test, email, password);
  await test.accounts.revokeOtherSessions(laptop.actor);
  assert.deepEqual(test.revoked, [phone.actor.session_id, tablet.actor.session_id]);
  assert.ok(await test.accounts.identify({ cookie: arash.cookie }));
});

Deno.test("who belongs to several workspaces enters the default one, or the one asked for", async () => {
  await using test = await testAccounts();
  const { id } = await test.workspaces.create({ slug: "east", name: "East" });
  const { email, password, user } = await member(test, "leila", "east");
  assert.equal((await signIn(test, email, password)).user.workspace.slug, "east", "the only one");
  const workspace_id = await test.workspaces.ensureDefault();
  const row = { workspace_id, user_id: user.id, role: "agent" as const, created_at: test.clock.at };
  await test.store.batch([write(query.insertInto("memberships").values(row))]);
  const agent = await signIn(test, email, password);
  assert.deepEqual([agent.user.workspace.slug, agent.actor.role, agent.actor.workspace_id], [
    "default",
    "agent",
    workspace_id,
  ]);
  const east = await signIn(test, email, password, "east");
  assert.deepEqual([east.actor.role, east.actor.workspace_id], ["member", id]);
  await assert.rejects(signIn(test, owner.email, owner.password, "east"), refusedAs("invalid_credentials"));
});

Deno.test("the role is the database's, not the token's", async () => {
  await using test = await testAccounts();
  const { access_token, cookie, user } = await member(test, "leila");
  await test.store.batch([
    write(query.updateTable("memberships").set({ role: "agent" }).where("user_id", "=", user.id)),
  ]);
  assert.equal((await test.accounts.identify({ bearer: access_token }))!.actor.role, "agent");
  assert.equal((await test.accounts.identify({ cookie }))!.actor.role, "agent");
});

Deno.test("sweeping removes what has expired and nothing else", async () => {
  await using test = await testAccounts();
  const { actor, cookie, refresh_token } = await member(test, "leila");
  await test.accounts.issueTicket(actor);
  test.clock.at += MINUTE;
  await test.accounts.sweep();
  const count = async (table: "one_time_tokens" | "refresh_tokens" | "sessions") =>
    (await test.rows(read(query.selectFrom(table).select("created_at")))).length;
  assert.deepEqual([await count("one_time_tokens"), await count("refresh_tokens"), await count("sessions")], [
    0,
    2,
    2,
  ]);
  await test.accounts.refresh(refresh_token, here);
  assert.ok(await test.accounts.identify({ cookie }));
  test.clock.at += 200 * DAY;
  await test.accounts.sweep();
  assert.deepEqual([await count("refresh_tokens"), await count("sessions")], [0, 0]);
});
