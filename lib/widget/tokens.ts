import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from "jose";
import { deriveKey, hashToken } from "@/lib/accounts/tokens.ts";
import { AppError } from "@/lib/protocol/errors.ts";

/** Lifetime of what a visitor is given, in seconds. A new one costs a request with the Guest_ID. */
export const GUEST_TOKEN_SECONDS = 12 * 60 * 60;

/** Whom a token speaks for: nobody anywhere but at that site. */
export interface GuestClaims {
  readonly guest_id: number;
  readonly site_id: number;
  /** By what the visitor was known, as {@link markOf} has it: under anything else the token is void. */
  readonly key: string;
}

/** For what a token is good: `call` for everything, `files` for fetching files by their address alone. */
type Use = "call" | "files";

/** Distinct, so that none is ever taken for another, beside the key of its own that each use has. */
const TYPES: Readonly<Record<Use, string>> = { call: "guest+jwt", files: "guest-files+jwt" };

/** Signed tokens of visitors: JWT (RFC 7519), HS256. */
export function createGuestTokens({ secret, now }: { secret: string; now: () => number }) {
  const keys = { call: deriveKey(secret, "peyk guest token"), files: deriveKey(secret, "peyk guest files") };

  async function sign(use: Use, { guest_id, site_id, key }: GuestClaims): Promise<string> {
    const issued = Math.floor(now() / 1000);
    return await new SignJWT({ site: site_id, key })
      .setProtectedHeader({ alg: "HS256", typ: TYPES[use] })
      .setSubject(String(guest_id)).setIssuedAt(issued).setExpirationTime(issued + GUEST_TOKEN_SECONDS)
      .sign(await keys[use]);
  }

  /** @throws {AppError} `token_expired`, or `token_invalid` for anything else that is not ours */
  async function verify(use: Use, token: string): Promise<GuestClaims> {
    if (token.length > 1024) throw new AppError("token_invalid");
    try {
      const { payload } = await jwtVerify(token, await keys[use], {
        algorithms: ["HS256"],
        typ: TYPES[use],
        requiredClaims: ["sub", "site", "key", "iat", "exp"],
        currentDate: new Date(now()),
      });
      const [guest_id, site_id, key] = [Number(payload.sub), Number(payload.site), String(payload.key)];
      if (Number.isSafeInteger(guest_id) && Number.isSafeInteger(site_id)) {
        return { guest_id, site_id, key };
      }
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new AppError("token_expired");
      if (!(error instanceof errors.JOSEError)) throw error;
    }
    throw new AppError("token_invalid");
  }

  return { sign, verify };
}

export type GuestTokens = ReturnType<typeof createGuestTokens>;

/** What a visitor is known by at present. */
interface Known {
  readonly key_hash: string;
  /** Null for whom nobody vouches. */
  readonly external_id: string | null;
  /** Of the secret with which their site signs. */
  readonly secret_hash: string;
}

/**
 * Tells apart what a visitor was known by at different times: their key, and of whom the site vouches the secret with
 * which it did. Whatever was given under another mark is void, to the very commit. It is the beginning of a hash, which
 * opens nothing.
 */
export function markOf({ key_hash, external_id, secret_hash }: Known): string {
  return (external_id === null ? key_hash : hashToken(`${key_hash} ${secret_hash}`)).slice(0, 16);
}

/** Whether a token says that it is a visitor's; whether it is right is another matter. */
export function isGuestToken(token: string): boolean {
  // Looked at before anything is known of it: no reading of what a stranger made long.
  if (token.length > 2048) return false;
  try {
    return decodeProtectedHeader(token).typ === TYPES.call;
  } catch {
    return false;
  }
}
