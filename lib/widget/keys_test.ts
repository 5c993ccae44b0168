import assert from "node:assert/strict";
import { createSeal, newSecretKey, newSiteId, newSiteKey } from "./keys.ts";

Deno.test("keys say what they are, and no two are alike", () => {
  assert.match(newSiteId(), /^st_[a-z2-7]{20}$/);
  assert.match(newSiteKey(), /^pk_[a-z2-7]{28}$/);
  assert.match(newSecretKey(), /^sk_[\w-]{43}$/);
  const many = Array.from({ length: 1000 }, newSiteId);
  assert.equal(new Set(many).size, many.length);
});

Deno.test("a sealed secret opens for its own site, under the installation's own secret, unchanged", async () => {
  const seal = createSeal("s".repeat(40));
  const secret = newSecretKey();
  const sealed = await seal.close(secret, "st_one");
  assert(!sealed.includes(secret.slice(3)));
  assert.notEqual(
    await seal.close(secret, "st_one"),
    sealed,
    "the same secret is sealed differently each time",
  );
  assert.equal(await seal.open(sealed, "st_one"), secret);
  assert.equal(await seal.open(sealed, "st_two"), null, "another site's");
  assert.equal(await createSeal("t".repeat(40)).open(sealed, "st_one"), null, "another installation's");
  const at = sealed.length - 5;
  const bent = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
  for (const broken of [bent, sealed.replace("v1", "v2"), "v1.a", "", "v1.%.%"]) {
    assert.equal(await seal.open(broken, "st_one"), null, broken);
  }
});
