import assert from "node:assert/strict";
import type { SiteWithSecret } from "@/lib/protocol/sites.ts";
import { CreateSite } from "@/lib/protocol/sites.ts";
import { startServer } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";

const HERE = "192.0.2.1";
const LISTED = "https://myshop.com";
/** What somebody tries who is not on the list. */
const OTHERS = [
  ...[
    "https://evil.example",
    "https://myshop.com.evil.example",
    "https://evilmyshop.com",
    "https://www.myshop.com",
  ],
  ...[
    "https://myshop.com:8443",
    "http://myshop.com:443",
    "http://localhost:5001",
    "null",
    "https://MYSHOP.com",
  ],
  ...["https://myshop.com.", "file://", "https://myshop.com@evil.example"],
];

type Send = (path: string, headers?: Record<string, string>, init?: RequestInit) => Promise<Response>;

async function withSite(
  run: (
    given: { server: TestServer; site: SiteWithSecret; another: SiteWithSecret; send: Send },
  ) => Promise<void>,
  more: Record<string, unknown> = {},
): Promise<void> {
  const server = await startServer();
  try {
    const owner = await server.owner();
    const { actor } = (await server.app.accounts.identify({ bearer: owner.token }))!;
    const make = (name: string, domains: string[]) =>
      server.app.sites.create(actor, CreateSite.parse({ name, domains, ...more }), HERE);
    const send: Send = (path, headers = {}, init = {}) => fetch(server.url + path, { ...init, headers });
    await run({
      server,
      send,
      site: await make("My shop", ["myshop.com", "localhost:5000"]),
      another: await make("Another", ["another.example"]),
    });
  } finally {
    await server.stop();
  }
}

/** Status, code, and to whom it is readable. */
async function told(response: Response) {
  const text = await response.text();
  const body = text === "" ? {} : JSON.parse(text);
  return [response.status, body.code ?? "ok", response.headers.get("access-control-allow-origin")];
}

Deno.test("a site's chat is told of to its own pages, and to nobody else's", () =>
  withSite(async ({ site, another, send }) => {
    const ways: ((headers: Record<string, string>) => Promise<Response>)[] = [
      (headers) => send("/api/v1/external/config", { "site-key": site.site_key, ...headers }),
      (headers) => send(`/api/widget/config?site_id=${site.site_id}`, headers),
    ];
    for (const ask of ways) {
      for (const origin of [LISTED, "http://myshop.com", "http://localhost:5000"]) {
        const response = await ask({ origin });
        assert.match(response.headers.get("vary") ?? "", /Origin/);
        assert.equal(response.headers.get("access-control-allow-credentials"), null);
        assert.deepEqual(await told(response), [200, "ok", origin]);
      }
      for (const origin of [...OTHERS, "https://another.example"]) {
        assert.deepEqual(await told(await ask({ origin })), [403, "domain_refused", null], origin);
      }
      // A script without a browser, and one that says what only a browser may.
      assert.deepEqual(await told(await ask({})), [403, "domain_refused", null]);
      assert.deepEqual(await told(await ask({ "sec-fetch-site": "cross-site" })), [
        403,
        "domain_refused",
        null,
      ]);
      assert.deepEqual(await told(await ask({ referer: "https://evil.example/" })), [
        403,
        "domain_refused",
        null,
      ]);
    }
    const key = another.site_key;
    assert.deepEqual(await told(await send("/api/external/config", { "site-key": key, origin: LISTED })), [
      ...[403, "domain_refused", null],
    ]);
  }));

Deno.test("our own pages ask for any site, as the frame and the admin's preview do", () =>
  withSite(async ({ server, site, send }) => {
    const path = `/api/widget/config?site_id=${site.site_id}`;
    const ours: Record<string, string>[] = [
      { origin: server.url },
      { "sec-fetch-site": "same-origin" },
      { referer: `${server.url}/widget` },
    ];
    for (const headers of ours) {
      const response = await send(path, headers);
      assert.deepEqual(await told(response), [200, "ok", null], JSON.stringify(headers));
    }
  }));

Deno.test("nothing secret is in what pages are told", () =>
  withSite(async ({ server, site, send }) => {
    await server.person("agent", { first_name: "Sara" });
    const response = await send("/api/external/config", { "site-key": site.site_key, origin: LISTED });
    const config = await response.json();
    assert.equal(config.site_id, site.site_id);
    assert.deepEqual(config.agents.map(({ name }: { name: string }) => name), ["owner"]);
    const text = JSON.stringify(config);
    for (const secret of ["sk_", "myshop.com", "@peyk", "limits", "secret"]) {
      assert(!text.includes(secret), secret);
    }
  }));

Deno.test("a key that is none, or no more, is refused with a sentence its page can read", () =>
  withSite(async ({ server, site, send }) => {
    const ask = (key: string, headers: Record<string, string> = { origin: LISTED }) =>
      send("/api/external/config", { "site-key": key, ...headers });
    for (const key of ["", "pk_none", site.site_id, "sk_none"]) {
      assert.deepEqual(await told(await ask(key)), [401, "site_key_invalid", LISTED], key);
      assert.deepEqual(await told(await ask(key, { origin: "https://evil.example" })), [
        401,
        "site_key_invalid",
        null,
      ]);
    }
    assert.equal((await send("/api/widget/config?site_id=st_none", { origin: LISTED })).status, 404);
    const { actor } = (await server.app.accounts.identify({ bearer: (await server.owner()).token }))!;
    const changed = await server.app.sites.rotate(actor, site.site_id, "public", HERE);
    assert.deepEqual(await told(await ask(site.site_key)), [401, "site_key_invalid", LISTED]);
    assert.deepEqual(await told(await ask(changed.site_key)), [200, "ok", LISTED]);
    await server.app.sites.change(actor, site.site_id, { revoked: true }, HERE);
    assert.deepEqual(await told(await ask(changed.site_key)), [401, "site_key_invalid", null]);
    assert.equal((await send(`/api/widget/config?site_id=${site.site_id}`, { origin: LISTED })).status, 404);
  }));

Deno.test("the secret key counts for a server, and never in a page", () =>
  withSite(async ({ site, send }) => {
    const key = { "site-key": site.secret_key };
    assert.deepEqual(await told(await send("/api/external/config", key)), [200, "ok", null]);
    for (const origin of [LISTED, ...OTHERS]) {
      const [status, code] = await told(await send("/api/external/config", { ...key, origin }));
      assert.deepEqual([status, code], [403, "domain_refused"], origin);
    }
    const page = { ...key, "sec-fetch-site": "cross-site" };
    assert.deepEqual(await told(await send("/api/external/config", page)), [403, "domain_refused", null]);
  }));

Deno.test("asking first is answered for whoever is on any list, whatever the path", () =>
  withSite(async ({ server, site, send }) => {
    const ask = (origin: string, path = "/api/external/messages") =>
      send(path, {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "site-key",
      }, {
        method: "OPTIONS",
      });
    for (const path of ["/api/external/messages", "/api/v1/external/guests", "/api/widget/config"]) {
      const { status, headers } = await ask(LISTED, path);
      assert.equal(status, 204);
      assert.equal(headers.get("access-control-allow-origin"), LISTED);
      assert.match(headers.get("vary") ?? "", /Origin/);
      assert.match(headers.get("access-control-allow-headers") ?? "", /Site-Key/);
      assert.equal(headers.get("access-control-allow-methods"), "POST");
      assert.equal(headers.get("access-control-allow-credentials"), null);
    }
    for (const origin of OTHERS) {
      const { status, headers } = await ask(origin);
      assert.deepEqual([status, headers.get("access-control-allow-origin")], [403, null], origin);
    }
    // As soon as it is off the list.
    const { actor } = (await server.app.accounts.identify({ bearer: (await server.owner()).token }))!;
    await server.app.sites.change(actor, site.site_id, { domains: ["myshop.org"] }, HERE);
    assert.equal((await ask(LISTED)).status, 403);
    assert.equal((await ask("https://myshop.org")).status, 204);
  }));

Deno.test("pages of listed sites read no answer that is not about their site", () =>
  withSite(async ({ server, send }) => {
    const member = await server.person("leila");
    const headers = { origin: LISTED, authorization: `Bearer ${member.token}` };
    for (const path of ["/api/auth/me", "/api/conversations", "/api/users", "/chat"]) {
      const response = await send(path, headers);
      assert.equal(response.headers.get("access-control-allow-origin"), null, path);
      await response.body?.cancel();
    }
  }));
