import assert from "node:assert/strict";
import { AppError } from "@/lib/protocol/errors.ts";
import { AddonMissing, createPasswords, loadBcrypt } from "./passwords.ts";

const native = await loadBcrypt();
const passwords = createPasswords({ cost: 4, bcrypt: native });
const hasCode = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

/** A bcrypt whose jobs end when the test says so. */
function slowBcrypt() {
  const jobs: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => jobs.push(resolve));
  return {
    jobs,
    calls: [] as string[],
    async hash(password: string) {
      this.calls.push(password);
      await wait();
      return `hash of ${password}`;
    },
    async compare(_password: string, hash: string) {
      this.calls.push(hash);
      await wait();
      return true;
    },
  };
}

Deno.test("a password opens its own hash and no other", async () => {
  const hash = await passwords.hash("گذرواژهٔ من");
  assert.match(hash, /^\$2[aby]\$04\$/);
  assert.equal(await passwords.verify("گذرواژهٔ من", hash), true);
  assert.equal(await passwords.verify("گذرواژهٔ تو", hash), false);
});

Deno.test("the same word in another Unicode form is the same password", async () => {
  const hash = await passwords.hash("pa\u0301ssword"); // a and an accent
  assert.equal(await passwords.verify("p\u00e1ssword", hash), true);
});

Deno.test("72 bytes are taken, 73 refused and never cut", async () => {
  const hash = await passwords.hash("é".repeat(36));
  assert.equal(await passwords.verify("é".repeat(36), hash), true);
  assert.equal(await passwords.verify("é".repeat(36) + "x", hash), false);
  await assert.rejects(passwords.hash("x".repeat(73)), hasCode("password_too_long"));
  await assert.rejects(passwords.hash("x".repeat(10_000_000)), hasCode("password_too_long"));
});

Deno.test("8 characters are counted as people count them", async () => {
  await assert.rejects(passwords.hash("👋👋👋👋"), hasCode("password_too_short"));
  assert.ok(await passwords.hash("👋".repeat(8)));
});

Deno.test("NUL and broken Unicode are refused: bcrypt would take another password for this one", async () => {
  await assert.rejects(passwords.hash("abcdefgh\0abcdefgh"), hasCode("invalid_input"));
  await assert.rejects(passwords.hash("abcdefgh\ud800"), hasCode("invalid_input"));
  const hash = await passwords.hash("abcdefgh");
  assert.equal(await passwords.verify("abcdefgh\0abcdefgh", hash), false);
});

Deno.test("an unknown e-mail costs one comparison of today's cost and is false whatever it says", async () => {
  const bcrypt = slowBcrypt();
  const passwords = createPasswords({ cost: 12, bcrypt });
  const verdict = passwords.verify("whatever it is", null);
  bcrypt.jobs.shift()!();
  assert.equal(await verdict, false);
  assert.equal(bcrypt.calls.length, 1);
  assert.match(bcrypt.calls[0]!, /^\$2b\$12\$[./A-Za-z0-9]{53}$/);
});

Deno.test("the stand-in hash is one that bcrypt really works on", async () => {
  // A malformed hash would throw or return at once.
  const { compare } = native;
  let seen = "";
  const passwords = createPasswords({
    cost: 4,
    bcrypt: { hash: () => Promise.resolve(""), compare: (password, hash) => compare(password, seen = hash) },
  });
  assert.equal(await passwords.verify("whatever it is", null), false);
  assert.match(seen, /^\$2b\$04\$/);
});

Deno.test("a few work, some wait in order, more are refused with the time to wait", async () => {
  const bcrypt = slowBcrypt();
  const passwords = createPasswords({ cost: 12, running: 2, waiting: 3, bcrypt });
  const hashes = [1, 2, 3, 4, 5].map((n) => passwords.hash(`password ${n}`));
  assert.deepEqual(bcrypt.calls, ["password 1", "password 2"]);
  await assert.rejects(
    passwords.hash("password 6"),
    (error) =>
      error instanceof AppError && error.code === "rate_limited" && Number(error.params.seconds) >= 1,
  );
  for (let n = 0; n < 5; n++) {
    bcrypt.jobs.shift()!();
    await hashes[n];
    assert.ok(bcrypt.jobs.length <= 2);
  }
  assert.deepEqual(bcrypt.calls, [1, 2, 3, 4, 5].map((n) => `password ${n}`));
  const last = passwords.hash("password 7");
  bcrypt.jobs.shift()!();
  assert.equal(await last, "hash of password 7");
});

Deno.test("one that fails gives its place back", async () => {
  let fail = true;
  const bcrypt = {
    hash: () => fail ? Promise.reject(new Error("no memory")) : Promise.resolve("hash"),
    compare: () => Promise.resolve(true),
  };
  const passwords = createPasswords({ cost: 12, running: 1, waiting: 0, bcrypt });
  await assert.rejects(passwords.hash("password 1"), /no memory/);
  fail = false;
  assert.equal(await passwords.hash("password 2"), "hash");
});

Deno.test("hashing leaves the event loop free", async () => {
  const passwords = createPasswords({ cost: 11, bcrypt: native });
  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  await passwords.hash("long enough");
  clearInterval(turning);
  assert.ok(turns > 3, `${turns} turns`);
});

Deno.test("a hash of a lower cost is outdated", () => {
  const passwords = createPasswords({ cost: 12, bcrypt: native });
  assert.equal(passwords.isOutdated("$2b$10$abc"), true);
  assert.equal(passwords.isOutdated("$2b$12$abc"), false);
  assert.equal(passwords.isOutdated("$2b$13$abc"), false);
});

Deno.test("an addon that is not there is told in words for the operator", async () => {
  const missing = () => Promise.reject(new Error("Cannot find native binding.\nnpm has a bug"));
  await assert.rejects(loadBcrypt(missing), (error: unknown) => {
    assert.ok(error instanceof AddonMissing);
    assert.match(error.message, /passwords.*Cannot find native binding\.\n.*node_modules/);
    assert.doesNotMatch(error.message, /npm has a bug/);
    return true;
  });
});
