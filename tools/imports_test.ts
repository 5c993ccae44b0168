import assert from "node:assert/strict";
import { sourceFiles } from "./files.ts";
import { complaints } from "./house_check.ts";
import { importsOf } from "./imports.ts";

const ROOT = new URL("../", import.meta.url).pathname;

Deno.test("imports run one way through the house", async () => {
  const files = await sourceFiles(ROOT);
  const sources = new Map<string, string>();
  for (const path of files) sources.set(path, await Deno.readTextFile(ROOT + path));
  assert.ok(files.includes("db/store.ts"), "the project's files were found");
  assert.deepEqual(complaints(sources), []);
});

/** The complaints about a house of just these files. */
function about(files: Record<string, string>): string[] {
  return complaints(new Map(Object.entries(files)));
}

const FORBIDDEN: [file: string, source: string, because: RegExp][] = [
  ["lib/chat/a.ts", `import { b } from "@/lib/accounts/b.ts";`, /chat may import .* not products/],
  ["lib/chat/a.ts", `import type { B } from "../support/b.ts";`, /not products/],
  ["lib/chat/a.ts", `import { b } from "@/lib/web/b.ts";`, /not web/],
  ["db/a.ts", `import { b } from "@/lib/chat/b.ts";`, /db may import store and itself, not chat/],
  ["db/a.ts", `import { b } from "@/lib/protocol/b.ts";`, /only types of protocol/],
  ["db/a.ts", `import {\n  DatabaseSync,\n} from "node:sqlite";`, /only a file with sqlite in its name/],
  ["lib/admin/a.ts", `export * from "@/routes/b.ts";`, /not routes/],
  ["lib/admin/a.ts", `const b = await import("@/lib/app.ts");`, /not app/],
  ["routes/a.tsx", `import { b } from "@/db/b.ts";`, /only types of db/],
  ["routes/a.tsx", `import { page } from "../lib/fresh/mod.ts";`, /write "fresh"/],
  ["main.ts", `import { App } from "./lib/fresh/mod.ts";`, /write "fresh"/],
  ["lib/fresh/a.ts", `import { b } from "../chat/b.ts";`, /fresh may import nothing but itself/],
  ["islands/A.tsx", `import { b } from "@/lib/protocol/b.ts";`, /only types of protocol/],
  ["islands/A.tsx", `import { b } from "@/lib/chat/b.ts";`, /not chat/],
  ["islands/A.tsx", `import { page } from "fresh";`, /fresh must never reach the browser/],
  ["islands/A.tsx", `import "zod";`, /zod must never reach the browser/],
  ["lib/realtime/client/a.ts", `import { b } from "../hub.ts";`, /client may import .* not realtime/],
  ["lib/web/a.ts", `import { b } from "@/db/b.ts";`, /only types of db/],
  ["lib/novelty/a.ts", ``, /in no room/],
];

for (const [file, source, because] of FORBIDDEN) {
  Deno.test(`forbidden in ${file}: ${source.replaceAll("\n", "") || "being there"}`, () => {
    const found = about({ [file]: source });
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0]!, because);
  });
}

Deno.test("what the house allows is not complained about", () => {
  assert.deepEqual(
    about({
      "lib/web/a.ts": `import { UniqueViolation } from "@/db/store.ts";`,
      "bench/a.ts": `import { DatabaseSync } from "node:sqlite";`,
      "lib/chat/a.ts": `import { b } from "@/db/b.ts";\nimport { z } from "zod";`,
      "lib/accounts/a.ts": `import { b } from "@/lib/chat/b.ts";`,
      "db/sqlite_reader.ts": `import { DatabaseSync } from "node:sqlite";`,
      "db/a.ts": `import type { User } from "@/lib/protocol/entities.ts";`,
      "routes/a.tsx": `import { page } from "fresh";\nimport Composer from "@/islands/Composer.tsx";`,
      "islands/A.tsx":
        `import { type B } from "@/lib/protocol/b.ts";\nimport { IS_BROWSER } from "fresh/runtime";`,
      "lib/chat/a_test.ts": `import { createAccounts } from "@/lib/accounts/mod.ts";`,
      "lib/app.ts": `import { b } from "./support/b.ts";\nimport { c } from "@/db/c.ts";`,
    }),
    [],
  );
});

Deno.test("says by which way something heavy comes to the browser", () => {
  const found = about({
    "islands/A.tsx": `import { b } from "@/components/B.tsx";`,
    "components/B.tsx": `import { theme } from "@/lib/ui/theme.ts";`,
    "lib/ui/theme.ts": `import { twind } from "@twind/core";`,
  });
  assert.deepEqual(found, [
    "islands/A.tsx → components/B.tsx → lib/ui/theme.ts → @twind/core: @twind/core must never reach the browser.",
  ]);
});

Deno.test("reads every kind of import, and nothing that only looks like one", () => {
  const source = [
    `import a, { type B } from "./a.ts";`,
    `import type C from "./c.ts";`,
    `import {\n  type D,\n  type E,\n} from "./d.ts";`,
    `import * as f from "../f.ts";`,
    `import "./g.css";`,
    `export { h } from "@/h.ts";`,
    `export type { I } from "./i.ts";`,
    `const j = await import("./j.ts");`,
    `/**`,
    ` * import { no } from "./comment.ts"; and import("./comment.ts")`,
    ` */`,
    `// import("./comment.ts")`,
    `export const from = "./string.ts";`,
  ].join("\n");
  const found = importsOf("lib/x/y.ts", source).map(({ path, typeOnly }) =>
    `${path}${typeOnly ? " types" : ""}`
  );
  assert.deepEqual(found.sort(), [
    "h.ts",
    "lib/f.ts",
    "lib/x/a.ts",
    "lib/x/c.ts types",
    "lib/x/d.ts types",
    "lib/x/g.css",
    "lib/x/i.ts types",
    "lib/x/j.ts",
  ]);
});
