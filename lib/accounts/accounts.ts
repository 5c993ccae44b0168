import type { Store } from "@/db/store.ts";
import type { Login, Register, Setup, SignedIn } from "@/lib/protocol/accounts.ts";
import type { Ranks } from "@/lib/chat/ranks.ts";
import type { Log } from "@/lib/web/log.ts";
import type { RateLimiter } from "@/lib/web/rate_limit.ts";
import type { Client, Context, SettingsChange } from "./context.ts";
import { createAccountLimits } from "./limits.ts";
import { createIdentities } from "./identity.ts";
import { createManagement } from "./management.ts";
import type { Passwords } from "./passwords.ts";
import { createProfiles } from "./profile.ts";
import { createRefreshing } from "./refreshing.ts";
import { createRegistration } from "./registration.ts";
import { createSessions, type DraftSession } from "./sessions.ts";
import { createSignIn } from "./sign_in.ts";
import { createAccessTokens } from "./tokens.ts";
import type { Workspaces } from "./workspaces.ts";

export interface AccountsDeps {
  readonly store: Store;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly nextId: () => number;
  readonly log: Log;
  /** From `loadSecret`. */
  readonly secret: string;
  readonly passwords: Passwords;
  readonly limiter: RateLimiter;
  readonly workspaces: Workspaces;
  /** The core's: people are shown with the rank their score has. */
  readonly ranks: Pick<Ranks, "of">;
  /** Sessions that just ended: close their sockets at once. */
  readonly onSessionsRevoked?: (session_ids: readonly number[]) => void;
  /** Somebody has another name: those who see them are to be told. */
  readonly onPersonChanged?: (user_id: number) => void;
  /** Somebody set their language, calendar, theme, zone or notifications: their other pages are to know. */
  readonly onSettingsChanged?: (user_id: number, change: SettingsChange) => void;
  /** Role, ban or restriction of a member changed. */
  readonly onMembershipChanged?: (member: { workspace_id: number; user_id: number }) => void;
}

/** Somebody who just signed in: the body to answer, and the value of the cookie for a browser. */
export interface SignIn {
  readonly answer: SignedIn;
  readonly cookie: string | null;
}

/** Accounts and sessions: who people are, and how they prove it. */
export function createAccounts(
  {
    secret,
    limiter,
    onSessionsRevoked = () => {},
    onPersonChanged = () => {},
    onSettingsChanged = () => {},
    onMembershipChanged = () => {},
    ...deps
  }: AccountsDeps,
) {
  const context: Context = {
    ...deps,
    onSessionsRevoked,
    onPersonChanged,
    onSettingsChanged,
    onMembershipChanged,
    access_tokens: createAccessTokens({ secret, now: deps.now }),
    limits: createAccountLimits(limiter),
  };
  const sessions = createSessions(context);
  const identities = createIdentities(context);
  const refreshing = createRefreshing(context, sessions);
  const profiles = createProfiles(context);
  const registration = createRegistration(context, sessions);
  const signIn = createSignIn(context, sessions);
  const management = createManagement(context, sessions);

  async function signedIn(
    { tokens, cookie, user_id, workspace_id }: DraftSession & { user_id: number; workspace_id: number },
  ): Promise<SignIn> {
    return { answer: { user: await profiles.me({ id: user_id, workspace_id }), ...tokens }, cookie };
  }

  const { logout, revoke, revokeOthers, sweep } = sessions;
  const { hasOwner, firstRun, canSetUp } = registration;
  const { changePassword, resetPassword, canReset } = signIn;
  return {
    ...identities,
    logout,
    listSessions: sessions.list,
    revokeSession: revoke,
    revokeOtherSessions: revokeOthers,
    sweep,
    hasOwner,
    firstRun,
    canSetUp,
    changePassword,
    resetPassword,
    canReset,
    ...profiles,
    ...management,

    async register(input: Register, client: Client): Promise<SignIn> {
      return await signedIn(await registration.register(input, client));
    },

    async setup(input: Setup, client: Client): Promise<SignIn> {
      return await signedIn(await registration.setup(input, client));
    },

    /** @param kind `api` begins a session without a cookie */
    async login(input: Login, client: Client, kind: "browser" | "api" = "browser"): Promise<SignIn> {
      return await signedIn(await signIn.login(input, client, kind));
    },

    async refresh(refresh_token: string, client: Client): Promise<SignedIn> {
      const { actor, tokens } = await refreshing.refresh(refresh_token, client);
      return { user: await profiles.me(actor), ...tokens };
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
