import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { printable } from "@/lib/protocol/accounts.ts";
import { isVisible } from "@/lib/protocol/content.ts";
import { AppError } from "@/lib/protocol/errors.ts";

/** How long before its expiry a site's server may sign, and how far the two clocks may differ, in seconds. */
const LIFETIME_MAX = 24 * 60 * 60;
const CLOCK_SKEW = 60;
/** Longest id, in UTF-16 units, and longest name, in code points. */
const ID_MAX = 200;
const NAME_MAX = 80;

/** Who a site's own server says that its visitor is. */
export interface Vouched {
  readonly external_id: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
}

export interface Voucher {
  /** “st_…”: for whom it was signed. */
  readonly site_id: string;
  /** “sk_…”, as the site's server knows it. */
  readonly secret: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** How long ago it may have expired, in seconds, where something else says that it is still meant. */
  readonly grace?: number;
}

/** For whoever is here already under what was signed of them. */
export const GRACE = LIFETIME_MAX;

/**
 * Checks what a site's server signed of a visitor: JWT (RFC 7519), HS256 with the secret key as it is written, `aud`
 * the site_id, `sub` whom it means, `exp` at most a day ahead; `name` and `email` if it likes.
 * @throws AppError `identity_invalid`
 */
export async function readVoucher(
  token: string,
  { site_id, secret, now, grace = 0 }: Voucher,
): Promise<Vouched> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      audience: site_id,
      requiredClaims: ["sub", "exp"],
      clockTolerance: CLOCK_SKEW + grace,
      currentDate: new Date(now),
    });
    const { sub, exp, name, email } = payload;
    const is_near = typeof exp === "number" && exp <= now / 1000 + LIFETIME_MAX + CLOCK_SKEW;
    if (typeof sub === "string" && sub !== "" && sub.length <= ID_MAX && is_near) {
      return { external_id: sub, name: toName(name), email: z.email().max(254).safeParse(email).data };
    }
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  throw new AppError("identity_invalid");
}

/** What nobody could read is no name, and takes nothing away from who they are. */
function toName(claim: unknown): string | undefined {
  if (typeof claim !== "string") return undefined;
  const name = [...printable(claim.slice(0, 4 * NAME_MAX))].slice(0, NAME_MAX).join("");
  return isVisible(name) ? name : undefined;
}
