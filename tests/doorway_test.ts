/** The doorway from outside: plain forms, as a browser without scripts sends them. */
import assert from "node:assert/strict";
import { OWNER, startServer, type TestServer } from "./support/server.ts";

const maryam = { name: "Maryam Akbari", email: "maryam@peyk.test", password: "kiln-cobalt-7" };

async function withServer(run: (server: TestServer) => Promise<void>, env: Record<string, string> = {}) {
  const server = await startServer({ env });
  try {
    await run(server);
  } finally {
    await server.stop();
  }
}

interface Seen {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

async function look(server: TestServer, path: string, headers: Record<string, string> = {}): Promise<Seen> {
  const response = await fetch(server.url + path, {
    redirect: "manual",
    headers: { "accept-language": "en", ...headers },
  });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

async function send(
  server: TestServer,
  path: string,
  fields: Record<string, string>,
  language = "en",
): Promise<Seen> {
  const response = await fetch(server.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin: server.url, "accept-language": language },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** The sentence below a field, if something is wrong with it. */
function faultOf(html: string, field: string): string | undefined {
  const input = new RegExp(`<input[^>]* name="${field}"[^>]*>`).exec(html)?.[0] ?? "";
  if (!input.includes('aria-invalid="true"')) return undefined;
  assert.ok(input.includes(`aria-describedby="${field}-note"`), "the sentence is tied to its field");
  return new RegExp(`id="${field}-note".*?<span[^>]*>([^<]*)</span></p>`, "s").exec(html)?.[1];
}

Deno.test("registering with three fields signs in and goes to the chat", () =>
  withServer(async (server) => {
    const { status, headers } = await send(server, "/register", maryam);
    assert.deepEqual([status, headers.get("location")], [303, "/chat"]);
    const cookie = headers.getSetCookie()[0]!;
    assert.match(cookie, /^peyk_session=.*HttpOnly/);
    const inside = await look(server, "/login", { cookie: cookie.split(";")[0]! });
    assert.deepEqual(
      [inside.status, inside.headers.get("location")],
      [302, "/chat"],
      "nobody signs in twice",
    );
  }));

Deno.test("a refused form keeps what was typed, but no password, and says what is wrong beside each field", () =>
  withServer(async (server) => {
    const { status, html, headers } = await send(server, "/register", {
      name: `"><script>alert(1)</script>`,
      email: "maryam@",
      password: "kurz",
    });
    assert.equal(status, 400);
    assert.equal(headers.getSetCookie().length, 0);
    assert.match(html, /name="name"[^>]*value="&quot;>&lt;script/);
    assert.doesNotMatch(html, /<script>alert/);
    assert.match(html, /value="maryam@"/);
    assert.doesNotMatch(html, /kurz/);
    assert.equal(faultOf(html, "name"), undefined);
    assert.equal(faultOf(html, "email"), "This address isn’t complete.");
    assert.equal(faultOf(html, "password"), "The password needs at least 8 characters.");
    assert.match(html, /<input[^>]*name="email"[^>]*autofocus|<input[^>]*autofocus[^>]*name="email"/i);
    const persian = await send(server, "/register", { ...maryam, email: "x" }, "fa");
    assert.equal(faultOf(persian.html, "email"), "این نشانی کامل نیست.");
  }));

Deno.test("the form asks for a name, and an address that is taken says so", () =>
  withServer(async (server) => {
    const unnamed = await send(server, "/register", { ...maryam, name: "  " });
    assert.equal(unnamed.status, 400);
    assert.equal(faultOf(unnamed.html, "name"), "Name can’t be empty.");
    await send(server, "/register", maryam);
    const again = await send(server, "/register", maryam);
    assert.equal(again.status, 409);
    assert.equal(faultOf(again.html, "email"), "There is an account with this e-mail already.");
  }));

Deno.test("a wrong password and an unknown address look the same", () =>
  withServer(async (server) => {
    const wrong = await send(server, "/login", { email: OWNER.email, password: "not this one" });
    const unknown = await send(server, "/login", { email: "nobody@peyk.test", password: "not this one" });
    assert.deepEqual([wrong.status, unknown.status], [401, 401]);
    const neutral = ({ html }: Seen) =>
      html.replaceAll(/(owner|nobody)@peyk\.test/g, "").replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}/g, "");
    assert.equal(neutral(wrong), neutral(unknown));
    assert.match(wrong.html, /role="alert"[^>]*>E-mail and password don’t match\./);
    assert.equal(wrong.headers.getSetCookie().length, 0);
  }));

Deno.test("signing in leads where one wanted to go, and never to another site", () =>
  withServer(async (server) => {
    const login = (next: string) => send(server, "/login", { ...OWNER, next });
    assert.equal((await login("/chat/7?at=3")).headers.get("location"), "/chat/7?at=3");
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      assert.equal((await login(next)).headers.get("location"), "/chat", next);
    }
    const { html } = await look(server, "/login?next=//evil.example");
    assert.match(html, /name="next" value="\/chat"/);
    assert.doesNotMatch(html, /(href|action|src)="[^"]*evil/);
  }));

Deno.test("the page is in the language and direction that was asked for", () =>
  withServer(async (server) => {
    const english = await look(server, "/login");
    assert.match(english.html, /<html lang="en" dir="ltr" data-theme="system">/);
    assert.match(english.html, /<title>Sign in · Peyk<\/title>/);
    const persian = await look(server, "/login", { cookie: "peyk_lang=fa; peyk_theme=dark" });
    assert.match(persian.html, /<html lang="fa" dir="rtl" data-theme="dark">/);
    assert.match(persian.html, /<title>ورود · پیک<\/title>/);
    assert.match(persian.html, /خوش آمدید/);
    assert.doesNotMatch(persian.html, /Welcome back|Sign in/);
  }));

Deno.test("where registration is closed there is neither form nor link", () =>
  withServer(async (server) => {
    const workspace = await server.app.workspaces.getDefault();
    const { update } = await import("@/db/workspaces.ts");
    await server.app.store.batch([update(workspace.id, { registration: "closed" })]);
    const page = await look(server, "/register");
    assert.match(page.html, /No new accounts at the moment/);
    assert.doesNotMatch(page.html, /name="password"/);
    assert.doesNotMatch((await look(server, "/login")).html, /href="\/register/);
    assert.equal((await send(server, "/register", maryam)).status, 403);
  }));

Deno.test("the first-run page opens with its token alone, makes the owner once, and is gone", () =>
  withServer(async (server) => {
    const { setup_path } = (await server.app.accounts.firstRun(null))!;
    assert.equal((await look(server, "/setup")).status, 404);
    assert.equal((await look(server, "/setup?token=guess")).status, 404);
    const page = await look(server, setup_path);
    assert.equal(page.status, 200);
    assert.equal(page.headers.get("cache-control"), "no-store");
    const token = new URL(setup_path, server.url).searchParams.get("token")!;
    const fields = {
      token,
      workspace_name: "سفالینه",
      email: "nil@peyk.test",
      password: "kiln-cobalt-7",
      language: "fa",
      registration: "invite",
    };
    const bad = await send(server, setup_path, { ...fields, email: "nil" });
    assert.equal(bad.status, 400);
    assert.match(bad.html, /value="سفالینه"/);
    assert.ok(bad.html.includes(`name="token" value="${token}"`), "the link still works after a slip");
    const made = await send(server, setup_path, fields);
    assert.deepEqual([made.status, made.headers.get("location")], [303, "/chat"]);
    assert.equal((await look(server, setup_path)).status, 404);
    assert.equal((await send(server, setup_path, fields)).status, 404);
    const login = await look(server, "/login");
    assert.match(login.html, /سفالینه/);
    assert.doesNotMatch(login.html, /href="\/register/);
  }, { ADMIN_EMAIL: "", ADMIN_PASSWORD: "" }));

Deno.test("a reset link sets a new password once", () =>
  withServer(async (server) => {
    const leila = await server.person("leila");
    const owner = await server.owner();
    const { body } = await owner.post(`/api/admin/users/${leila.me.id}/reset-link`);
    const path = new URL(body.url ?? body.link ?? body.path, server.url);
    const link = path.pathname + path.search;
    assert.equal((await look(server, link)).status, 200);
    const short = await send(server, link, { token: path.searchParams.get("token")!, password: "short" });
    assert.equal(faultOf(short.html, "password"), "The password needs at least 8 characters.");
    const done = await send(server, link, {
      token: path.searchParams.get("token")!,
      password: "a new password",
    });
    assert.deepEqual([done.status, done.headers.get("location")], [303, "/login?changed"]);
    const gone = await look(server, link);
    assert.equal(gone.status, 410);
    assert.match(gone.html, /This link works no more/);
    assert.doesNotMatch(gone.html, /name="password"/);
    assert.match((await look(server, "/login?changed")).html, /Your new password is set/);
    assert.equal(
      (await send(server, "/login", { email: "leila@peyk.test", password: "a new password" })).status,
      303,
    );
  }));

Deno.test("what is not there says so in the page's own look, with a reference", () =>
  withServer(async (server) => {
    const { status, html, headers } = await look(server, "/nothing/here");
    assert.equal(status, 404);
    assert.match(html, /<h1[^>]*>This page isn’t here<\/h1>/);
    assert.ok(html.includes(headers.get("x-request-id")!));
    assert.doesNotMatch(html, /Error|at .*\.ts/);
  }));

Deno.test("no page of the doorway styles or scripts in place", () =>
  withServer(async (server) => {
    for (const path of ["/login", "/register", "/reset-password?token=x", "/nothing"]) {
      const { html } = await look(server, path);
      assert.doesNotMatch(html, /\sstyle=|<style|\son[a-z]+="|javascript:/i, path);
      assert.doesNotMatch(html, /https?:\/\/(?!127\.0\.0\.1)/, `${path} asks nobody else`);
    }
  }));
