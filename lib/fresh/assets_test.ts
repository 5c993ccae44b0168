import assert from "node:assert/strict";
import { asset, assetSrcSet } from "fresh/runtime";
import { rememberAssets } from "./assets.ts";
import type { Manifest } from "./snapshot.ts";

Deno.test("known files come at their hashed address, everything else as it is", () => {
  rememberAssets(
    { assets: { "/a.png": "/_fresh/a-1.png", "/b.png": "/_fresh/b-2.png" } } as unknown as Manifest,
  );
  const cases: [string, string][] = [
    ["/a.png", "/_fresh/a-1.png"],
    ["/a.png#part", "/_fresh/a-1.png#part"],
    ["/c.png", "/c.png"],
    ["a.png", "a.png"],
    ["/__proto__", "/__proto__"],
    ["https://a.test/a.png", "https://a.test/a.png"],
  ];
  for (const [path, expected] of cases) assert.equal(asset(path), expected);
  assert.equal(
    assetSrcSet("/a.png 1x, /b.png 2x, /c.png 3x"),
    "/_fresh/a-1.png 1x, /_fresh/b-2.png 2x, /c.png 3x",
  );
  rememberAssets({ assets: {} } as unknown as Manifest);
});
