import { createHash } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Role } from "@/lib/protocol/entities.ts";

/** An opaque secret of 256 random bits, in base64url. Whoever holds it is believed; only its hash is kept. */
export function newToken(): string {
  return crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: "base64url", omitPadding: true });
}

/**
 * SHA-256 in hex. No salt and no stretching: 256 random bits cannot be guessed. Done at once, since every
 * request with a cookie waits for it and a turn of the event loop costs more than the hash.
 */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Lifetime of an access token, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** What an access token says. Role and workspace inform the client; the server reads its own rows. */
export interface AccessClaims {
  readonly user_id: number;
  readonly session_id: number;
  readonly email: string;
  readonly role: Role;
  readonly workspace_id: number;
}

/** Signed, short-lived tokens for API clients: JWT (RFC 7519), HS256. */
export interface AccessTokens {
  sign(claims: AccessClaims): Promise<string>;
  /** @throws {AppError} `token_expired`, or `token_invalid` for anything else that is not ours. */
  verify(token: string): Promise<Pick<AccessClaims, "user_id" | "session_id">>;
}

/** @param secret the installation's key: tokens are signed with one derived from it for this alone. */
export function createAccessTokens({ secret, now }: { secret: string; now: () => number }): AccessTokens {
  const key = deriveKey(secret, "peyk access token");
  return {
    async sign({ user_id, session_id, email, role, workspace_id }) {
      const issued = Math.floor(now() / 1000);
      return await new SignJWT({ email, role, workspace: workspace_id, sid: session_id })
        .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
        .setSubject(String(user_id)).setJti(crypto.randomUUID())
        .setIssuedAt(issued).setExpirationTime(issued + ACCESS_TOKEN_SECONDS)
        .sign(await key);
    },
    async verify(token) {
      // Ours are a few hundred characters; no hashing of what a stranger made long.
      if (token.length > 2048) throw new AppError("token_invalid");
      try {
        const { payload } = await jwtVerify(token, await key, {
          algorithms: ["HS256"],
          typ: "at+jwt",
          requiredClaims: ["sub", "sid", "exp", "jti"],
          currentDate: new Date(now()),
        });
        const [user_id, session_id] = [Number(payload.sub), Number(payload.sid)];
        if (Number.isSafeInteger(user_id) && Number.isSafeInteger(session_id)) return { user_id, session_id };
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw new AppError("token_expired");
        if (!(error instanceof errors.JOSEError)) throw error;
      }
      throw new AppError("token_invalid");
    },
  };
}

/** What a derived key is for: to sign, or to seal. */
const SIGNING = {
  algorithm: { name: "HMAC", hash: "SHA-256", length: 256 },
  usages: ["sign", "verify"],
} as const;
export const SEALING = {
  algorithm: { name: "AES-GCM", length: 256 },
  usages: ["encrypt", "decrypt"],
} as const;

/** A key for one purpose out of the installation's secret (HKDF, RFC 5869); unless told, one to sign with. */
export async function deriveKey(
  secret: string,
  purpose: string,
  { algorithm, usages }: typeof SIGNING | typeof SEALING = SIGNING,
): Promise<CryptoKey> {
  const utf8 = new TextEncoder();
  const material = await crypto.subtle.importKey("raw", utf8.encode(secret), "HKDF", false, ["deriveKey"]);
  return await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8.encode(purpose) },
    material,
    algorithm,
    false,
    [...usages],
  );
}
