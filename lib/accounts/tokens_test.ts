import assert from "node:assert/strict";
import { SignJWT } from "jose";
import { AppError } from "@/lib/protocol/errors.ts";
import { ACCESS_TOKEN_SECONDS, createAccessTokens, deriveKey, hashToken, newToken } from "./tokens.ts";

const secret = "s".repeat(40);
const claims = {
  user_id: 7,
  session_id: 9,
  email: "l@example.org",
  role: "member",
  workspace_id: 3,
} as const;
const hasCode = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

function payloadOf(token: string): Record<string, unknown> {
  return JSON.parse(
    new TextDecoder().decode(Uint8Array.fromBase64(token.split(".")[1]!, { alphabet: "base64url" })),
  );
}

Deno.test("an access token says who, where, until when, and has an id", async () => {
  const at = 1_800_000_000_000;
  const tokens = createAccessTokens({ secret, now: () => at });
  const token = await tokens.sign(claims);
  const { jti, ...payload } = payloadOf(token);
  assert.match(String(jti), /^[\da-f-]{36}$/);
  assert.deepEqual(payload, {
    sub: "7",
    sid: 9,
    email: "l@example.org",
    role: "member",
    workspace: 3,
    iat: at / 1000,
    exp: at / 1000 + ACCESS_TOKEN_SECONDS,
  });
  assert.deepEqual(await tokens.verify(token), { user_id: 7, session_id: 9 });
});

Deno.test("it lives a quarter of an hour", async () => {
  let at = 1_800_000_000_000;
  const tokens = createAccessTokens({ secret, now: () => at });
  const token = await tokens.sign(claims);
  at += 15 * 60 * 1000 - 1000;
  await tokens.verify(token);
  at += 1000;
  await assert.rejects(tokens.verify(token), hasCode("token_expired"));
});

Deno.test("what is not ours is refused, each in the same way", async () => {
  const now = () => 1_800_000_000_000;
  const tokens = createAccessTokens({ secret, now });
  const good = await tokens.sign(claims);
  const [header, payload, signature] = good.split(".") as [string, string, string];
  const b64 = (value: unknown) =>
    new TextEncoder().encode(JSON.stringify(value)).toBase64({ alphabet: "base64url", omitPadding: true });
  const key = await deriveKey(secret, "peyk access token");
  const sign = (typ: string, body: Record<string, unknown>, signing = key) =>
    new SignJWT(body).setProtectedHeader({ alg: "HS256", typ }).sign(signing);
  const body = { ...payloadOf(good) };
  const bad = {
    "empty": "",
    "no token": "hello",
    "no signature": `${header}.${payload}.`,
    "algorithm none": `${b64({ alg: "none", typ: "at+jwt" })}.${payload}.`,
    "changed claims": `${header}.${b64({ ...payloadOf(good), sub: "8" })}.${signature}`,
    "another installation's": await createAccessTokens({ secret: "t".repeat(40), now }).sign(claims),
    "the same secret for another purpose": await sign(
      "at+jwt",
      body,
      await deriveKey(secret, "something else"),
    ),
    "another type": await sign("JWT", body),
    "no session": await sign("at+jwt", { ...body, sid: undefined }),
    "a session that is no number": await sign("at+jwt", { ...body, sid: "9 or 1=1" }),
    "no end": await sign("at+jwt", { ...body, exp: undefined }),
    "long": "a".repeat(5000),
  };
  for (const [what, token] of Object.entries(bad)) {
    await assert.rejects(tokens.verify(token), hasCode("token_invalid"), what);
  }
});

Deno.test("opaque tokens have 256 bits and are kept as hashes", () => {
  const token = newToken();
  assert.match(token, /^[\w-]{43}$/);
  assert.notEqual(newToken(), token);
  assert.match(hashToken(token), /^[\da-f]{64}$/);
  // SHA-256 of "abc" (FIPS 180-2, B.1).
  assert.equal(hashToken("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
