import assert from "node:assert/strict";
import { AppError } from "@/lib/protocol/errors.ts";
import { checkOrigin, isOwnRequest, type Via } from "./origin.ts";

const plain = { public_url: null, trust_proxy: 0 };
const proxied = { public_url: "https://chat.example.org", trust_proxy: 0 };
const HERE = "http://127.0.0.1:8000";

function passes(
  {
    method = "POST",
    path = "/api/messages",
    headers = {},
    via = "cookie" as Via,
    setting = plain as typeof plain | typeof proxied,
  },
): boolean {
  try {
    checkOrigin(new Request(HERE + path, { method, headers }), via, setting);
    return true;
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === "origin_refused");
    return false;
  }
}

const foreign = [
  "https://evil.example",
  "null",
  "http://127.0.0.1:8001",
  "http://127.0.0.1",
  "https://127.0.0.1:8001",
  "http://127.0.0.1:8000.evil.example",
  "http://localhost:8000",
  "",
  "chrome-extension://abc",
];

Deno.test("a cookie's unsafe request needs our Origin", () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    assert.equal(passes({ method, headers: { origin: HERE } }), true);
    for (const origin of foreign) assert.equal(passes({ method, headers: { origin } }), false, origin);
  }
});

Deno.test("without Origin, Sec-Fetch-Site decides; with neither it is no browser", () => {
  assert.equal(passes({}), true);
  assert.equal(passes({ headers: { "sec-fetch-site": "same-origin" } }), true);
  for (const site of ["cross-site", "same-site", "none"]) {
    assert.equal(passes({ headers: { "sec-fetch-site": site } }), false, site);
  }
  const both = { "origin": "https://evil.example", "sec-fetch-site": "same-origin" };
  assert.equal(passes({ headers: both }), false);
});

Deno.test("reading needs nothing", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    assert.equal(passes({ method, headers: { origin: "https://evil.example" } }), true);
  }
});

Deno.test("Bearer passes from anywhere, and so does nobody at the API", () => {
  for (const via of ["bearer", "ticket", null] as const) {
    assert.equal(
      passes({ via, headers: { "origin": "https://evil.example", "sec-fetch-site": "cross-site" } }),
      true,
    );
  }
});

Deno.test("forms of our pages are for our pages, signed in or not", () => {
  const headers = { origin: "https://evil.example" };
  for (const path of ["/login", "/preferences", "/logout", "/apilogin"]) {
    assert.equal(passes({ via: null, path, headers }), false, path);
    assert.equal(passes({ via: null, path, headers: { origin: HERE } }), true);
    assert.equal(passes({ via: null, path }), true);
  }
});

Deno.test("a cookie socket needs our Origin, others do not", () => {
  const socket = { method: "GET", path: "/ws" };
  const upgrade = { upgrade: "websocket" };
  assert.equal(passes({ ...socket, headers: { ...upgrade, origin: HERE } }), true);
  assert.equal(passes({ ...socket, headers: upgrade }), false, "no Origin is not enough");
  assert.equal(passes({ ...socket, headers: { ...upgrade, "sec-fetch-site": "same-origin" } }), false);
  for (const origin of foreign) {
    assert.equal(passes({ ...socket, headers: { upgrade: "WebSocket", origin } }), false, origin);
    assert.equal(passes({ ...socket, via: "bearer", headers: { ...upgrade, origin } }), true);
    assert.equal(passes({ ...socket, via: "ticket", headers: { ...upgrade, origin } }), true);
  }
});

Deno.test("PUBLIC_URL decides behind a proxy, whatever the request says of itself", () => {
  const headers = { "host": "127.0.0.1:8000", "x-forwarded-host": "evil.example" };
  assert.equal(
    passes({ setting: proxied, headers: { ...headers, origin: "https://chat.example.org" } }),
    true,
  );
  for (
    const origin of [HERE, "http://chat.example.org", "https://evil.example", "https://chat.example.org:8443"]
  ) {
    assert.equal(passes({ setting: proxied, headers: { ...headers, origin } }), false, origin);
  }
});

Deno.test("TLS that ends in front of us unannounced is no other site", () => {
  assert.equal(passes({ headers: { origin: "https://127.0.0.1:8000" } }), true);
});

Deno.test("a trusted proxy says scheme and host", () => {
  const headers = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "chat.example.org",
    "origin": "https://chat.example.org",
  };
  const request = new Request(`${HERE}/api/x`, { method: "POST", headers });
  assert.equal(isOwnRequest(request, { public_url: null, trust_proxy: 1 }), true);
  assert.equal(isOwnRequest(request, plain), false, "nobody trusted said so");
});
