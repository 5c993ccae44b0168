import assert from "node:assert/strict";
import { clientAddress, consoleOrigin, publicOrigin } from "./peer.ts";

const address = (forwarded: string | null, trust_proxy: number) =>
  clientAddress(new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded }), "10.0.0.1", {
    trust_proxy,
  });

Deno.test("untrusted, nobody's word counts", () => {
  assert.equal(address("203.0.113.9", 0), "10.0.0.1");
});

Deno.test("one proxy: the last address; what the client wrote before it is not believed", () => {
  assert.equal(address("203.0.113.9", 1), "203.0.113.9");
  assert.equal(address("1.1.1.1, 203.0.113.9", 1), "203.0.113.9");
  assert.equal(address("1.1.1.1, 2001:db8::7", 1), "2001:db8::7");
  assert.equal(address(null, 1), "10.0.0.1");
});

Deno.test("two proxies: the last but one", () => {
  assert.equal(address("1.1.1.1, 203.0.113.9, 10.0.0.2", 2), "203.0.113.9");
  assert.equal(address("203.0.113.9", 2), "203.0.113.9");
});

Deno.test("what is no address is not used", () => {
  for (const text of ["unknown", "<script>", "a".repeat(5000), ",,,", "203.0.113.9; drop"]) {
    assert.equal(address(text, 1), "10.0.0.1", text);
  }
});

Deno.test("the origin: PUBLIC_URL, a trusted proxy's word, or the request's own", () => {
  const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "chat.example.org" };
  const request = new Request("http://127.0.0.1:8000/x", { headers });
  assert.equal(
    publicOrigin(request, { public_url: "https://a.example", trust_proxy: 1 }),
    "https://a.example",
  );
  assert.equal(publicOrigin(request, { public_url: null, trust_proxy: 1 }), "https://chat.example.org");
  assert.equal(publicOrigin(request, { public_url: null, trust_proxy: 0 }), "http://127.0.0.1:8000");
  const odd = new Request("http://127.0.0.1:8000/x", { headers: { "x-forwarded-proto": "javascript" } });
  assert.equal(publicOrigin(odd, { public_url: null, trust_proxy: 1 }), "http://127.0.0.1:8000");
});

Deno.test("links on the console lead where a browser can go", () => {
  const none = { public_url: null };
  assert.equal(consoleOrigin("http://0.0.0.0:8000", none), "http://localhost:8000");
  assert.equal(consoleOrigin("http://[::]:8000", none), "http://localhost:8000");
  assert.equal(consoleOrigin("http://[::1]:8000", none), "http://[::1]:8000");
  assert.equal(consoleOrigin("http://10.0.0.0:8000", none), "http://10.0.0.0:8000");
  assert.equal(
    consoleOrigin("http://0.0.0.0:8000", { public_url: "https://peyk.test" }),
    "https://peyk.test",
  );
});
