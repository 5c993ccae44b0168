import assert from "node:assert/strict";
import { temporaryDirectory } from "@/db/testing/database.ts";
import { ConfigError } from "@/lib/config.ts";
import { loadSecret } from "./secret.ts";

Deno.test("a set key is used and nothing is written", async () => {
  using directory = temporaryDirectory();
  const secret_key = "k".repeat(40);
  assert.equal(await loadSecret({ secret_key, data_dir: directory.path }), secret_key);
  assert.deepEqual([...Deno.readDirSync(directory.path)], []);
});

Deno.test("an unset key is made once, kept, and readable by its owner alone", async () => {
  using directory = temporaryDirectory();
  const data_dir = directory.path;
  const made = await loadSecret({ secret_key: null, data_dir });
  assert.ok(made.length >= 32);
  assert.equal(await loadSecret({ secret_key: null, data_dir }), made);
  assert.deepEqual([...Deno.readDirSync(data_dir)].map(({ name }) => name), ["secret.key"]);
  if (Deno.build.os !== "windows") assert.equal(Deno.statSync(`${data_dir}/secret.key`).mode! & 0o777, 0o600);
});

Deno.test("a kept key that cannot be one stops the start with a sentence", async () => {
  using directory = temporaryDirectory();
  Deno.writeTextFileSync(`${directory.path}/secret.key`, "cut off");
  await assert.rejects(
    loadSecret({ secret_key: null, data_dir: directory.path }),
    (error) => error instanceof ConfigError && /secret\.key should hold a key/.test(error.message),
  );
});

Deno.test("a folder that takes no key stops the start with a sentence, and keeps no half of one", async () => {
  using directory = temporaryDirectory();
  const data_dir = `${directory.path}/gone`;
  await assert.rejects(
    loadSecret({ secret_key: null, data_dir }),
    (error) => error instanceof ConfigError && /^DATA_DIR .*does not take the key/.test(error.message),
  );
});
