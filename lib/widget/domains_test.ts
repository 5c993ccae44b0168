import assert from "node:assert/strict";
import fc from "fast-check";
import { AppError } from "@/lib/protocol/errors.ts";
import { frameAncestors, matches, parseDomain, parseDomains, SOURCES_MAX } from "./domains.ts";

Deno.test("entries are kept in one spelling", () => {
  const spelled: Record<string, string> = {
    "shop.example": "shop.example",
    " Shop.Example ": "shop.example",
    "shop.example.": "shop.example",
    "https://shop.example/": "shop.example",
    "HTTPS://shop.example/a/b?c#d": "shop.example",
    "http://localhost:5000/index.html": "localhost:5000",
    "shop.example:0443": "shop.example:443",
    "*.shop.example": "*.shop.example",
    "https://*.shop.example:8443": "*.shop.example:8443",
    "127.0.0.1:8080": "127.0.0.1:8080",
    "intranet": "intranet",
    "پیک.ایران": "xn--3ib0gqe.xn--mgba3a4f16a",
    "*.münchen.example": "*.xn--mnchen-3ya.example",
  };
  for (const [text, entry] of Object.entries(spelled)) {
    assert.equal(parseDomain(text), entry, text);
    assert.equal(parseDomain(entry), entry, `again: ${entry}`);
  }
  assert.deepEqual(parseDomains(["shop.example", "https://SHOP.example/", "a.example"]), [
    "shop.example",
    "a.example",
  ]);
});

Deno.test("what is no domain is refused", () => {
  const wrong = [
    ..."|*|*.|*.com|*.localhost|**.shop.example|a.*.example|*shop.example|.shop.example|shop..example".split(
      "|",
    ),
    ..."user@shop.example|https://user:pw@shop.example|shop.example:|shop.example:0|shop.example:65536".split(
      "|",
    ),
    ..."shop.example:80:80|shop.example:http|ftp://shop.example|javascript://shop.example|//shop.example"
      .split("|"),
    ..."shop example|shop.example; script-src *|shop.example, b.example|'self'|-a.example|a_b.example".split(
      "|",
    ),
    ..."127.1|0x7f.0.0.1|2130706433|1.2.3.999|*.127.0.0.1|[::1]|[::1]:5000|%73hop.example|shop\\.example"
      .split("|"),
    ...["a".repeat(64) + ".example", "a.example\u0000", "a\n.example"],
  ];
  for (const text of wrong) {
    assert.throws(
      () => parseDomain(text),
      (error) => error instanceof AppError && error.code === "domain_invalid",
      text,
    );
  }
});

Deno.test("an entry lets in its own origins and no look-alike", () => {
  const entries = parseDomains(["myshop.com", "localhost:5000", "*.chain.example", "پیک.ایران"]);
  const yes = ["https://myshop.com", "http://myshop.com", "http://localhost:5000", "https://localhost:5000"]
    .concat(["https://a.chain.example", "https://b.a.chain.example", "https://xn--3ib0gqe.xn--mgba3a4f16a"]);
  const no = ["https://myshop.com.evil.example", "https://evilmyshop.com", "https://www.myshop.com"]
    .concat(["https://myshop.com:8443", "http://myshop.com:443", "https://myshop.com:80", "http://localhost"])
    .concat([
      "http://localhost:5001",
      "http://localhost:50000",
      "https://chain.example",
      "https://evilchain.example",
    ])
    .concat([
      "https://a.chain.example:444",
      "null",
      "",
      "https://",
      "myshop.com",
      "//myshop.com",
      "file://myshop.com",
    ])
    .concat(["https://MYSHOP.com", "https://myshop.com.", "https://myshop.com/", "https://myshop.com#"])
    .concat([
      "https://myshop.com@evil.example",
      "https://evil.example/myshop.com",
      "https://evil.example#myshop.com",
    ])
    .concat([
      "https://myshop.com:443",
      "https://myshop.com ",
      "chrome-extension://myshop.com",
      "https://پیک.ایران",
    ])
    .concat([
      "https://myshop\u2024com",
      "https://myshoр.com",
      "https://*.chain.example",
      "https://.chain.example",
    ]);
  for (const origin of yes) assert(matches(entries, origin), origin);
  for (const origin of no) assert(!matches(entries, origin), origin);
  assert(!matches(entries, null));
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join("."));
const port = fc.option(fc.constantFrom(80, 443, 5000, 8443), { nil: undefined });
const withPort = (host: string, port?: number) => port === undefined ? host : `${host}:${port}`;
const entry = fc.tuple(fc.boolean(), host, port).map(([any, host, port]) =>
  withPort(any ? `*.${host}` : host, port)
);
/** Near to an entry, as somebody would spell it who wants in. */
const nearOrigin = (entry: string) => {
  const bare = entry.replace("*.", "").replace(/:\d+$/, "");
  const hosts = [
    bare,
    `a.${bare}`,
    `b.a.${bare}`,
    `evil${bare}`,
    `${bare}.evil.example`,
    bare.slice(1),
    `${bare}x`,
  ];
  return fc.tuple(fc.constantFrom("http", "https"), fc.constantFrom(...hosts), port)
    .map(([scheme, host, port]) => `${scheme}://${withPort(host, port)}`);
};

Deno.test("what may call is what may show the frame, and the other way round", () => {
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 1, maxLength: 4 }).chain((entries) =>
        fc.tuple(fc.constant(entries), nearOrigin(entries[0]!))
      ),
      ([entries, near]) => {
        if (!URL.canParse(near)) return;
        const { origin } = new URL(near);
        const sources = frameAncestors(parseDomains(entries));
        assert.equal(
          matches(parseDomains(entries), origin),
          sources.some((source) => lets(source, origin)),
          origin,
        );
      },
    ),
    { numRuns: 2000 },
  );
});

Deno.test("no text is both an entry and a way out of the policy", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      let entry: string;
      try {
        entry = parseDomain(text);
      } catch {
        return;
      }
      assert.match(entry, /^(\*\.)?[a-z0-9.-]+(:\d+)?$/);
      assert.equal(parseDomain(entry), entry);
    }),
    { numRuns: 2000 },
  );
});

/** Whether a source of a policy matches a URL, by the letter of CSP3, 6.7.2.8 (scheme, host and port parts). */
function lets(source: string, origin: string): boolean {
  const [, scheme, host = "", port] = /^(https?):\/\/([^:]+)(?::(\d+))?$/.exec(source)!;
  const url = new URL(origin);
  const is = url.protocol.slice(0, -1);
  if (is !== scheme && !(scheme === "http" && is === "https")) return false;
  const fits = host.startsWith("*.") ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
  const at = url.port === "" ? (is === "https" ? "443" : "80") : url.port;
  return fits && (port === undefined ? url.port === "" : port === at);
}

Deno.test("a list that would make a header beyond what proxies take is refused, with a word of what to do", () => {
  const named = (count: number) =>
    Array.from({ length: count }, (_, i) => `shop-number-${i}.some-longer-name.example.com`);
  const sources = (count: number) => frameAncestors(parseDomains(named(count))).join(" ");
  assert(sources(25).length <= SOURCES_MAX);
  assert.throws(() => sources(50), { code: "domains_too_long", field: "domains" });
  // Short ones fit, as many as a list may have.
  assert.equal(parseDomains(Array.from({ length: 50 }, (_, i) => `shop-${i}.example.com`)).length, 50);
});
