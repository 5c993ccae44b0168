import assert from "node:assert/strict";
import { rewriteUrls } from "./styles.ts";

Deno.test("addresses in styles become hashed ones, others stay", () => {
  const assets = { "/fonts/a.woff2": "/_fresh/fonts/a-1.woff2" };
  const cases: [string, string][] = [
    ["url(/fonts/a.woff2)", "url(/_fresh/fonts/a-1.woff2)"],
    [`url("/fonts/a.woff2")`, `url("/_fresh/fonts/a-1.woff2")`],
    ["url( '/fonts/a.woff2#iefix' )", "url('/_fresh/fonts/a-1.woff2#iefix')"],
    ["url(/fonts/b.woff2)", "url(/fonts/b.woff2)"],
    ["url(data:image/png;base64,AA/=)", "url(data:image/png;base64,AA/=)"],
    ["url(/constructor)", "url(/constructor)"],
    [
      "a{src:url(/fonts/a.woff2),url(/fonts/a.woff2)}",
      "a{src:url(/_fresh/fonts/a-1.woff2),url(/_fresh/fonts/a-1.woff2)}",
    ],
  ];
  for (const [css, expected] of cases) assert.equal(rewriteUrls(css, assets), expected);
});
