import assert from "node:assert/strict";
import { temporaryDirectory } from "@/db/testing/database.ts";
import { assertRefused } from "@/tests/support/world.ts";
import { startClamd } from "@/tests/support/clamd.ts";
import { createScanner } from "./scan.ts";

Deno.test("a file is sent to clamd whole, by TCP and by socket", async () => {
  using directory = temporaryDirectory();
  const path = `${directory.path}/file`;
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  await Deno.writeFile(path, new Uint8Array([...bytes, ...bytes, ...bytes]));
  for (const socket of [undefined, `${directory.path}/clamd.sock`]) {
    await using clamd = startClamd({ socket });
    await createScanner(clamd.address).scan(path);
    assert.deepEqual(clamd.received[0], await Deno.readFile(path));
  }
});

Deno.test("what clamd finds is refused, and what it cannot say counts as found out later", async () => {
  using directory = temporaryDirectory();
  const path = `${directory.path}/file`;
  await Deno.writeTextFile(path, "x".repeat(500_000));
  const answers = [
    ["stream: Win.Test.EICAR_HDB-1 FOUND", "file_infected"],
    ["INSTREAM size limit exceeded. ERROR", "unavailable"],
    ["stream: Can't allocate memory ERROR", "unavailable"],
    ["stream: OK, said nobody", "unavailable"],
    ["", "unavailable"],
  ] as const;
  for (const [answer, code] of answers) {
    await using clamd = startClamd({ answer: () => answer });
    await assertRefused(createScanner(clamd.address).scan(path), code);
  }
});

Deno.test("clamd that is away, hangs up early or says nothing lets no file through", async () => {
  using directory = temporaryDirectory();
  const path = `${directory.path}/file`;
  await Deno.writeTextFile(path, "x".repeat(2_000_000));
  const gone = startClamd();
  await gone[Symbol.asyncDispose]();
  await assertRefused(createScanner(gone.address).scan(path), "unavailable");
  await assertRefused(
    createScanner({ transport: "unix", path: `${directory.path}/none` }).scan(path),
    "unavailable",
  );
  await using early = startClamd({ hangUpAfter: 1000 });
  await assertRefused(createScanner(early.address).scan(path), "unavailable");
  await using silent = startClamd({ answer: () => null });
  await assertRefused(createScanner(silent.address, { timeout: 80 }).scan(path), "unavailable");
});
