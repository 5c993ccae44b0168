import assert from "node:assert/strict";
import { SignJWT } from "jose";
import { deriveKey } from "@/lib/accounts/tokens.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { createGuestTokens, GUEST_TOKEN_SECONDS, isGuestToken, markOf } from "./tokens.ts";

const secret = "s".repeat(40);
const claims = { guest_id: 7, site_id: 3, key: "a1".repeat(8) };

async function refusal(act: Promise<unknown>): Promise<string> {
  return await act.then(() => "taken", (error) => {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  });
}

Deno.test("a token says whose it is, at which site, for twelve hours", async () => {
  const clock = { at: Date.UTC(2026, 10, 21) };
  const tokens = createGuestTokens({ secret, now: () => clock.at });
  const token = await tokens.sign("call", claims);
  const read = claims;
  assert.deepEqual(await tokens.verify("call", token), read);
  clock.at += GUEST_TOKEN_SECONDS * 1000 - 1000;
  assert.deepEqual(await tokens.verify("call", token), read);
  clock.at += 1000;
  assert.equal(await refusal(tokens.verify("call", token)), "token_expired");
});

Deno.test("a token is good for what it is, and made by this installation", async () => {
  const now = () => Date.UTC(2026, 10, 21);
  const tokens = createGuestTokens({ secret, now });
  const [call, files] = [await tokens.sign("call", claims), await tokens.sign("files", claims)];
  assert(isGuestToken(call));
  assert(!isGuestToken(files));
  for (const text of ["", "nonsense", "a.b.c", "x".repeat(5000), "e30.e30.e30"]) {
    assert(!isGuestToken(text), text);
  }
  assert.equal(await refusal(tokens.verify("files", call)), "token_invalid");
  assert.equal(await refusal(tokens.verify("call", files)), "token_invalid");
  const others = createGuestTokens({ secret: "t".repeat(40), now });
  assert.equal(await refusal(tokens.verify("call", await others.sign("call", claims))), "token_invalid");
  // Of another purpose, even with the same words in it.
  const members_key = await deriveKey(secret, "peyk access token");
  const disguised = await new SignJWT({ site: 3 }).setProtectedHeader({ alg: "HS256", typ: "guest+jwt" })
    .setSubject("7").setExpirationTime(now() / 1000 + 60).sign(members_key);
  assert.equal(await refusal(tokens.verify("call", disguised)), "token_invalid");
});

Deno.test("a mark changes with a visitor's key, and with the secret of the site for whom it vouches", () => {
  const [key_hash, secret_hash] = ["a1".repeat(32), "b2".repeat(32)];
  const [stranger, vouched] = [
    { key_hash, external_id: null, secret_hash },
    { key_hash, external_id: "7", secret_hash },
  ];
  assert.equal(markOf({ ...stranger, secret_hash: "c3".repeat(32) }), markOf(stranger));
  assert.notEqual(markOf({ ...stranger, key_hash: "c3".repeat(32) }), markOf(stranger));
  assert.notEqual(markOf({ ...vouched, secret_hash: "c3".repeat(32) }), markOf(vouched));
  assert.notEqual(markOf({ ...vouched, key_hash: "c3".repeat(32) }), markOf(vouched));
});
