import * as sessionRows from "@/db/sessions.ts";
import * as tokens from "@/db/tokens.ts";
import { ExpectationFailed } from "@/db/store.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Client, Context } from "./context.ts";
import { toActor } from "./identity.ts";
import { type DraftSession, issueTokens, SESSION_MS, type Sessions } from "./sessions.ts";
import { hashToken } from "./tokens.ts";

/** Keeping an API client signed in. */
export function createRefreshing(context: Context, sessions: Sessions) {
  const { store, now, log, limits } = context;

  /**
   * New tokens for a refresh token, which is then used up. One that was used before is in two hands, and
   * nobody can say whose are the right ones: its session ends. There is no grace for two refreshes at the
   * same time; browsers have the cookie, and an API client refreshes in one place.
   * @throws {AppError} `token_invalid`
   */
  async function refresh(
    token: string,
    client: Client,
  ): Promise<{ actor: Actor; tokens: DraftSession["tokens"] }> {
    limits.token(client.ip);
    const hash = hashToken(token);
    const known = await store.get(tokens.refreshToken(hash));
    if (!known) throw new AppError("token_invalid");
    if (known.expires_at <= now()) throw new AppError("token_expired");
    const row = await store.get(sessionRows.identityById(known.session_id, known.user_id, now()));
    if (!row) throw new AppError("token_invalid");
    const issued = await issueTokens(context, row, row.session_id);
    try {
      await store.batch([
        sessionRows.extend(row.session_id, now(), now() + SESSION_MS),
        tokens.useRefreshToken(hash, now()),
        issued.statement,
      ]);
    } catch (error) {
      if (!(error instanceof ExpectationFailed)) throw error;
      // It was used before, by somebody else or by a request that was quicker: two hands.
      return await endFamily(known);
    }
    return { actor: toActor(row), tokens: issued.tokens };
  }

  async function endFamily({ session_id, user_id }: { session_id: number; user_id: number }): Promise<never> {
    log.warn("refresh_token_reused", { session_id, user_id });
    await sessions.end({ user_id, id: session_id }, "token_reused");
    throw new AppError("token_invalid");
  }

  return { refresh };
}
