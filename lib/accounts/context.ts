import type { Store } from "@/db/store.ts";
import type { Ranks } from "@/lib/chat/ranks.ts";
import type { Notifications, OwnSetting } from "@/lib/protocol/accounts.ts";
import type { Log } from "@/lib/web/log.ts";
import type { AccountLimits } from "./limits.ts";
import type { Passwords } from "./passwords.ts";
import type { AccessTokens } from "./tokens.ts";
import type { Workspaces } from "./workspaces.ts";

/** What somebody set for themselves. */
export interface SettingsChange {
  readonly changed: readonly OwnSetting[];
  /** As they stand now. */
  readonly notifications: Notifications;
}

/** What the services of accounts share; put together once by `createAccounts`. */
export interface Context {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly log: Log;
  readonly passwords: Passwords;
  readonly access_tokens: AccessTokens;
  readonly limits: AccountLimits;
  readonly workspaces: Workspaces;
  /** The core's: people are shown with the rank their score has. */
  readonly ranks: Pick<Ranks, "of">;
  /** Sessions that just ended: their sockets are to be closed. */
  readonly onSessionsRevoked: (session_ids: readonly number[]) => void;
  /** Somebody has another name. */
  readonly onPersonChanged: (user_id: number) => void;
  /** Somebody set their language, calendar, theme, zone or notifications: their other pages are to know. */
  readonly onSettingsChanged: (user_id: number, change: SettingsChange) => void;
  /** Role, ban or restriction of a member changed. */
  readonly onMembershipChanged: (member: { workspace_id: number; user_id: number }) => void;
}

/** Where a request comes from, for limits and for the list of sessions. */
export interface Client {
  readonly ip: string;
  readonly user_agent: string;
}
