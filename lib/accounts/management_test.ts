import assert from "node:assert/strict";
import { query, read, write } from "@/db/query.ts";
import type { Role } from "@/lib/protocol/entities.ts";
import {
  auditOf,
  here,
  member,
  owner,
  refusedAs,
  signIn,
  type TestAccounts,
  testAccounts,
} from "./testing.ts";

const DAY = 24 * 60 * 60 * 1000;

async function people(test: TestAccounts) {
  const boss = await signIn(test, owner.email, owner.password);
  const admin = await promoted(test, "admin", "admin");
  const agent = await promoted(test, "agent", "agent");
  const leila = await member(test, "leila");
  return { boss, admin, agent, leila };

  async function promoted(test: TestAccounts, name: string, role: Role) {
    const person = await member(test, name);
    await test.accounts.manageUser(boss.actor, person.user.id, { role }, here);
    return { ...person, actor: (await test.accounts.identify({ cookie: person.cookie }))!.actor };
  }
}

const outsiders = ["owner", "admin", "agent", "member"] as const;

Deno.test("who may give whom which role", async () => {
  await using test = await testAccounts();
  const { boss, admin, agent, leila } = await people(test);
  const by = { owner: boss.actor, admin: admin.actor, agent: agent.actor, member: leila.actor };
  const may: Record<string, boolean> = {
    "owner → owner": true,
    "owner → admin": true,
    "owner → agent": true,
    "owner → member": true,
    "admin → agent": true,
    "admin → member": true,
  };
  for (const who of outsiders) {
    for (const role of outsiders) {
      const { user } = await member(test, `target-${who}-${role}`);
      const act = test.accounts.manageUser(by[who], user.id, { role }, here);
      if (may[`${who} → ${role}`]) assert.equal((await act).role, role);
      else await assert.rejects(act, refusedAs("forbidden"), `${who} → ${role}`);
    }
  }
});

Deno.test("admins do not touch owners, admins or themselves", async () => {
  await using test = await testAccounts();
  const { boss, admin } = await people(test);
  const other = await member(test, "other");
  await test.accounts.manageUser(boss.actor, other.user.id, { role: "admin" }, here);
  for (const target of [boss.user.id, other.user.id, admin.user.id]) {
    for (
      const change of [{ role: "member" }, { banned: true }, { muted_until: "2030-01-01T00:00:00Z" }] as const
    ) {
      await assert.rejects(
        test.accounts.manageUser(admin.actor, target, change, here),
        refusedAs("forbidden"),
      );
    }
    await assert.rejects(test.accounts.createResetLink(admin.actor, target, here), refusedAs("forbidden"));
  }
});

Deno.test("a role counts from the next request on, and leaves an audit record", async () => {
  await using test = await testAccounts();
  const { boss, leila } = await people(test);
  const before = (await test.rows(auditOf(boss.actor.workspace_id))).length;
  await test.accounts.manageUser(boss.actor, leila.user.id, { role: "agent" }, here);
  assert.equal((await test.accounts.identify({ cookie: leila.cookie }))!.actor.role, "agent");
  assert.ok(test.changed.includes(leila.user.id));
  const records = await test.rows(auditOf(boss.actor.workspace_id));
  assert.deepEqual(records.slice(before), [{
    actor_id: boss.user.id,
    action: "user.role",
    entity_id: leila.user.id,
    details: JSON.stringify({ from: "member", to: "agent" }),
  }]);
  await test.accounts.manageUser(boss.actor, leila.user.id, { role: "agent" }, here);
  assert.equal(
    (await test.rows(auditOf(boss.actor.workspace_id))).length,
    before + 1,
    "no change, no record",
  );
});

Deno.test("a demoted admin's stale rights end with the write", async () => {
  await using test = await testAccounts();
  const { boss, admin, leila } = await people(test);
  await test.accounts.manageUser(boss.actor, admin.user.id, { role: "member" }, here);
  // The actor as it was found before the demotion, in a request still under way.
  const late = test.accounts.manageUser(admin.actor, leila.user.id, { banned: true }, here);
  await assert.rejects(late, refusedAs("conflict"));
  assert.ok(await test.accounts.identify({ cookie: leila.cookie }));
  const now = (await test.accounts.identify({ cookie: admin.cookie }))!.actor;
  await assert.rejects(
    test.accounts.manageUser(now, leila.user.id, { banned: true }, here),
    refusedAs("forbidden"),
  );
  await assert.rejects(test.accounts.getManaged(now, leila.user.id), refusedAs("forbidden"));
});

Deno.test("an owner always remains", async () => {
  await using test = await testAccounts();
  const { boss, leila } = await people(test);
  const demote = () => test.accounts.manageUser(boss.actor, boss.user.id, { role: "member" }, here);
  await assert.rejects(demote(), refusedAs("last_owner"));
  assert.equal((await test.accounts.me(boss.actor)).role, "owner");
  await test.accounts.manageUser(boss.actor, leila.user.id, { role: "owner" }, here);
  assert.equal((await demote()).role, "member");
});

Deno.test("two owners who demote each other at once: one remains", async () => {
  await using test = await testAccounts();
  const { boss, leila } = await people(test);
  await test.accounts.manageUser(boss.actor, leila.user.id, { role: "owner" }, here);
  const other = (await test.accounts.identify({ cookie: leila.cookie }))!.actor;
  await Promise.allSettled([
    test.accounts.manageUser(boss.actor, other.id, { role: "member" }, here),
    test.accounts.manageUser(other, boss.user.id, { role: "member" }, here),
  ]);
  const owners = await test.rows(
    read(query.selectFrom("memberships").select("user_id").where("role", "=", "owner")),
  );
  assert.equal(owners.length, 1);
});

Deno.test("people of another workspace do not exist", async () => {
  await using test = await testAccounts();
  const { boss } = await people(test);
  await test.workspaces.create({ slug: "east", name: "East" });
  const stranger = await member(test, "stranger", "east");
  for (const id of [stranger.user.id, 1, Number.MAX_SAFE_INTEGER]) {
    await assert.rejects(test.accounts.getManaged(boss.actor, id), refusedAs("not_found"));
    await assert.rejects(
      test.accounts.manageUser(boss.actor, id, { banned: true }, here),
      refusedAs("not_found"),
    );
    await assert.rejects(test.accounts.createResetLink(boss.actor, id, here), refusedAs("not_found"));
  }
  assert.ok(await test.accounts.identify({ cookie: stranger.cookie }));
  assert.equal(
    JSON.stringify(await test.rows(auditOf(boss.actor.workspace_id))).includes(String(stranger.user.id)),
    false,
  );
});

Deno.test("a ban ends sessions, keeps out, and ends by itself", async () => {
  await using test = await testAccounts();
  const { admin, leila } = await people(test);
  const banned_until = new Date(test.clock.at + 2 * DAY).toISOString();
  const input = { banned: true, ban_reason: "spam", banned_until };
  const shown = await test.accounts.manageUser(admin.actor, leila.user.id, input, here);
  assert.deepEqual([shown.banned, shown.ban_reason, shown.banned_until], [true, "spam", banned_until]);
  assert.deepEqual(test.revoked, [leila.actor.session_id]);
  assert.equal(await test.accounts.identify({ cookie: leila.cookie }), null);
  await assert.rejects(test.accounts.identify({ bearer: leila.access_token }), refusedAs("token_invalid"));
  await assert.rejects(signIn(test, leila.email, leila.password), refusedAs("banned"));
  await assert.rejects(signIn(test, leila.email, "not the password"), refusedAs("invalid_credentials"));
  test.clock.at += 2 * DAY;
  const back = await signIn(test, leila.email, leila.password);
  assert.equal(
    (await test.accounts.getManaged((await signIn(test, owner.email, owner.password)).actor, back.user.id))
      .banned,
    false,
  );
  assert.equal(await test.accounts.identify({ cookie: leila.cookie }), null, "the old session stays ended");
});

Deno.test("a ban holds in its own workspace only", async () => {
  await using test = await testAccounts();
  const { admin, leila } = await people(test);
  const { id } = await test.workspaces.create({ slug: "east", name: "East" });
  const row = {
    workspace_id: id,
    user_id: leila.user.id,
    role: "member" as const,
    created_at: test.clock.at,
  };
  await test.store.batch([write(query.insertInto("memberships").values(row))]);
  const east = await signIn(test, leila.email, leila.password, "east");
  await test.accounts.manageUser(admin.actor, leila.user.id, { banned: true }, here);
  assert.ok(await test.accounts.identify({ cookie: east.cookie }));
  await assert.rejects(signIn(test, leila.email, leila.password, "default"), refusedAs("banned"));
  assert.equal((await signIn(test, leila.email, leila.password)).user.workspace.slug, "east");
});

Deno.test("a ban is lifted, changed, and never in the past", async () => {
  await using test = await testAccounts();
  const { boss, leila } = await people(test);
  const manage = (input: Parameters<typeof test.accounts.manageUser>[2]) =>
    test.accounts.manageUser(boss.actor, leila.user.id, input, here);
  await assert.rejects(
    manage({ banned_until: "2030-01-01T00:00:00Z" }),
    refusedAs("invalid_input", "banned_until"),
  );
  await assert.rejects(
    manage({ banned: true, banned_until: "2001-01-01T00:00:00Z" }),
    refusedAs("invalid_input", "banned_until"),
  );
  await manage({ banned: true, ban_reason: "spam" });
  const longer = await manage({ banned_until: "2030-01-01T00:00:00Z" });
  assert.deepEqual([longer.banned, longer.ban_reason], [true, "spam"]);
  assert.equal((await manage({ banned: false })).banned, false);
  await signIn(test, leila.email, leila.password);
  const actions = (await test.rows(auditOf(boss.actor.workspace_id))).map(({ action }) => action);
  assert.deepEqual(actions.slice(-3), ["user.ban", "user.ban", "user.unban"]);
});

Deno.test("nobody bans or mutes themselves", async () => {
  await using test = await testAccounts();
  const { boss, leila } = await people(test);
  await test.accounts.manageUser(boss.actor, leila.user.id, { role: "owner" }, here);
  for (const input of [{ banned: true }, { muted_until: "2030-01-01T00:00:00Z" }]) {
    await assert.rejects(
      test.accounts.manageUser(boss.actor, boss.user.id, input, here),
      refusedAs("forbidden"),
    );
  }
});

Deno.test("a restriction is shown to the person and leaves them signed in", async () => {
  await using test = await testAccounts();
  const { admin, leila } = await people(test);
  const muted_until = new Date(test.clock.at + DAY).toISOString();
  await test.accounts.manageUser(admin.actor, leila.user.id, { muted_until }, here);
  assert.equal((await test.accounts.me(leila.actor)).muted_until, muted_until);
  await test.accounts.manageUser(admin.actor, leila.user.id, { muted_until: null }, here);
  assert.equal((await test.accounts.me(leila.actor)).muted_until, null);
});

const tokenOf = (path: string) => path.split("token=")[1]!;

Deno.test("a reset link sets a password once, ends all sessions, and is audited", async () => {
  await using test = await testAccounts();
  const { admin, leila } = await people(test);
  const first = await test.accounts.createResetLink(admin.actor, leila.user.id, here);
  const { path, expires_at } = await test.accounts.createResetLink(admin.actor, leila.user.id, here);
  assert.equal(Date.parse(expires_at), test.clock.at + DAY);
  assert.equal(
    await test.accounts.canReset(tokenOf(first.path), here),
    false,
    "a new link ends the one before",
  );
  const token = tokenOf(path);
  assert.equal(await test.accounts.canReset(token, here), true);
  await test.accounts.resetPassword({ token, password: "a new password" }, here);
  assert.deepEqual(test.revoked, [leila.actor.session_id]);
  const again = test.accounts.resetPassword({ token, password: "another password" }, here);
  await assert.rejects(again, refusedAs("reset_link_invalid"));
  await assert.rejects(signIn(test, leila.email, leila.password), refusedAs("invalid_credentials"));
  await signIn(test, leila.email, "a new password");
  const actions = (await test.rows(auditOf(admin.actor.workspace_id))).map(({ action }) => action);
  assert.deepEqual(actions.slice(-2), ["user.reset_link", "user.reset_link"]);
  assert.ok(
    !JSON.stringify([test.lines, await test.rows(read(query.selectFrom("audit").selectAll()))]).includes(
      token,
    ),
  );
});

Deno.test("a reset link dies after a day, and with a password changed meanwhile", async () => {
  await using test = await testAccounts();
  const { admin, leila } = await people(test);
  const old = tokenOf((await test.accounts.createResetLink(admin.actor, leila.user.id, here)).path);
  test.clock.at += DAY;
  const late = test.accounts.resetPassword({ token: old, password: "a new password" }, here);
  await assert.rejects(late, refusedAs("reset_link_invalid"));
  const open = tokenOf((await test.accounts.createResetLink(admin.actor, leila.user.id, here)).path);
  await test.accounts.changePassword(leila.actor, {
    current_password: leila.password,
    new_password: "my own choice",
  });
  const stale = test.accounts.resetPassword({ token: open, password: "a new password" }, here);
  await assert.rejects(stale, refusedAs("reset_link_invalid"));
  await signIn(test, leila.email, "my own choice");
});

Deno.test("an admin cannot reach into another workspace through somebody who belongs to both", async () => {
  await using test = await testAccounts();
  const { boss, leila } = await people(test);
  const { id } = await test.workspaces.create({ slug: "east", name: "East" });
  const joined = (user_id: number, role: Role) =>
    write(
      query.insertInto("memberships").values({ workspace_id: id, user_id, role, created_at: test.clock.at }),
    );
  await test.store.batch([joined(leila.user.id, "member")]);
  await assert.rejects(
    test.accounts.createResetLink(boss.actor, leila.user.id, here),
    refusedAs("forbidden"),
  );
  await test.store.batch([joined(boss.user.id, "admin")]);
  assert.ok(
    await test.accounts.createResetLink(boss.actor, leila.user.id, here),
    "who stands above them in both may",
  );
});
