import assert from "node:assert/strict";
import { App, csp, type CSPOptions, HttpError } from "fresh";

async function headersOf(options: CSPOptions | undefined, path = "/"): Promise<Headers> {
  const app = new App().use(csp(options)).get("/", (ctx) => ctx.text("x")).get(
    "/away",
    () => Response.redirect("http://a.test/"),
  )
    .get("/own", () => new Response("", { headers: { "content-security-policy": "sandbox" } }))
    .get("/fail", () => {
      throw new HttpError(403);
    });
  return (await app.handler()(new Request(`http://site.test${path}`))).headers;
}

Deno.test("allows nothing inline and nothing foreign, on every answer", async () => {
  for (const path of ["/", "/fail", "/nowhere", "/away"]) {
    const policy = (await headersOf(undefined, path)).get("content-security-policy") ?? "";
    for (
      const directive of [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "frame-ancestors 'none'",
      ]
    ) {
      assert.ok(policy.split("; ").includes(directive), `${path}: ${directive}`);
    }
    for (const word of ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"]) {
      assert.ok(!policy.includes(word), `${path}: ${word}`);
    }
  }
});

Deno.test("directives replace the default of their name, others are added", async () => {
  const policy = (await headersOf({ csp: ["frame-ancestors https://a.test", "media-src 'self'"] }))
    .get("content-security-policy")!;
  assert.match(policy, /frame-ancestors https:\/\/a\.test/);
  assert.doesNotMatch(policy, /frame-ancestors 'none'/);
  assert.match(policy, /; media-src 'self'/);
});

Deno.test("reports only, to an address", async () => {
  const headers = await headersOf({ reportOnly: true, reportTo: "/reports" });
  assert.equal(headers.get("content-security-policy"), null);
  assert.match(headers.get("content-security-policy-report-only")!, /report-uri \/reports; report-to csp$/);
  assert.equal(headers.get("reporting-endpoints"), `csp="/reports"`);
});

Deno.test("an answer keeps a policy of its own", async () => {
  assert.equal((await headersOf(undefined, "/own")).get("content-security-policy"), "sandbox");
});

Deno.test("refuses what is more than one directive", () => {
  for (const text of ["img-src *; script-src *", "img-src 'self'\r\nx: y", "img-src a, script-src b"]) {
    assert.throws(() => csp({ csp: [text] }), TypeError);
  }
});
