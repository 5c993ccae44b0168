import * as ids from "@/db/ids.ts";
import { openDatabase } from "@/db/open.ts";
import type { Store } from "@/db/store.ts";
import { createAccounts } from "@/lib/accounts/accounts.ts";
import { type Bcrypt, createPasswords, loadBcrypt } from "@/lib/accounts/passwords.ts";
import { loadSecret } from "@/lib/accounts/secret.ts";
import { createWorkspaces } from "@/lib/accounts/workspaces.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import { createChat } from "@/lib/chat/mod.ts";
import { type Config, ConfigError } from "@/lib/config.ts";
import { createRealtime } from "@/lib/realtime/mod.ts";
import { createUploads } from "@/lib/uploads/mod.ts";
import { createWidgetConfigs } from "@/lib/widget/config.ts";
import { createSites } from "@/lib/widget/sites.ts";
import { createGuests } from "@/lib/widget/guests.ts";
import { createVisitorIdentities } from "@/lib/widget/identity.ts";
import { createKeptLimits } from "@/lib/widget/kept_limits.ts";
import { createSiteLimiter } from "@/lib/widget/limits.ts";
import type { Sent } from "@/lib/widget/limits.ts";
import { createNames } from "@/lib/widget/names.ts";
import { createSilentSweep } from "@/lib/widget/silent.ts";
import { createTranscripts } from "@/lib/widget/transcripts.ts";
import { createTickets } from "@/lib/widget/tickets.ts";
import { createGuestTokens } from "@/lib/widget/tokens.ts";
import type { Log } from "@/lib/web/log.ts";
import { createAdmission } from "@/lib/web/admission.ts";
import { createRateLimiter } from "@/lib/web/rate_limit.ts";
import type { Rule } from "@/lib/web/rate_limit.ts";
import { createRepeats } from "@/lib/web/repeats.ts";
import * as memberships from "@/db/memberships.ts";

/** Writing in conversations, by person: people talk in bursts. */
const WRITING: Rule = { name: "writing", burst: 40, every: 250 };
/** Anything their sockets send: a person with many tabs joins many rooms at once when the server comes back. */
const TALKING: Rule = { name: "talking", burst: 2000, every: 10 };
/** Searches of a person: one a word while typing, and pages of what was found. */
const SEARCHING: Rule = { name: "searching", burst: 30, every: 250 };
/** Open sockets, before the configured factor. */
const SOCKETS = { per_person: 20, per_ip: 500 };
/** Uploads under way at once, before the configured factor. */
const UPLOADS = { per_person: 4, overall: 32 };
/** Passwords that may wait to be hashed, before the configured factor. */
const PASSWORDS_WAITING = 64;
/** How often what has expired is swept away, in milliseconds. */
const SWEEP_EVERY = 60 * 60 * 1000;

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  /** Identity of the build, told to clients. */
  readonly build: string;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** How long someone must be away before it is said, in milliseconds; otherwise as long as a reload takes. */
  readonly leave_delay?: number;
}

/**
 * The program put together: the only place that knows who gets whom. Opens the database, migrates it and
 * makes sure of the default workspace and the first owner.
 */
export async function createApp({ config, log, build, now = Date.now, leave_delay }: AppOptions) {
  const bcrypt = await loadBcrypt();
  await makeDataFolder(config.data_dir);
  const store = openDatabase({
    path: `${config.data_dir}/peyk.db`,
    now,
    onMigrated: ({ applied, snapshot }) => log.info("database migrated", { applied, snapshot }),
  });
  try {
    // Only now, with the lock of the database held: two that start at once must not make a key each.
    const secret = await loadSecret(config);
    return await wire({ config, log, build, now, leave_delay, secret, store, bcrypt });
  } catch (error) {
    await store.close();
    throw error;
  }
}

export type App = Awaited<ReturnType<typeof createApp>>;

/** Closed to other users of the machine: it holds everything that was ever said. */
async function makeDataFolder(path: string): Promise<void> {
  try {
    await Deno.mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ConfigError([
      `DATA_DIR ${path} cannot be used: ${(error as Error).message}. Give it the path of a folder, ` +
      "or of one that can be made.",
    ]);
  }
}

type Parts = Required<Omit<AppOptions, "leave_delay">> & {
  readonly leave_delay: number | undefined;
  readonly secret: string;
  readonly store: Store;
  readonly bcrypt: Bcrypt;
};

async function wire({ config, log, build, now, leave_delay, secret, store, bcrypt }: Parts) {
  const nextId = ids.createIds({ now, last: (await store.get(ids.greatest()))?.id });
  const kept_limits = createKeptLimits({ store, now, log });
  const limiter = createRateLimiter({ now, factor: config.rate_limit_factor, onKept: kept_limits.note });
  await kept_limits.load(limiter);
  const admission = createAdmission({ now, log });
  const workspaces = createWorkspaces({ store, now, nextId });
  const chat = createChat({
    store,
    now,
    nextId,
    report: (error) => log.error("listener failed", { error }),
  });
  const sites = createSites({
    store,
    now,
    nextId,
    secret,
    onAccessChanged: ({ id }) => realtime.closeSite(id),
  });
  const site_limits = createSiteLimiter({ limiter, sites: sites.known });
  const realtime = createRealtime({
    chat,
    now,
    build,
    caps: {
      per_person: Math.ceil(SOCKETS.per_person * config.rate_limit_factor),
      per_ip: Math.ceil(SOCKETS.per_ip * config.rate_limit_factor),
    },
    limits: {
      commands: (actor) => limiter.take(WRITING, String(actor.id)) / 1000,
      messages: async (actor, ip) => await site_limits.count("messages", actor, ip) / 1000,
      reactions: async (actor, ip) => await site_limits.count("reactions", actor, ip) / 1000,
      traffic: (actor) => limiter.take(TALKING, String(actor.id)) / 1000,
    },
    userOf: (actor) => chat.people.get(actor),
    requireStanding: (actor) => visitors.requireStanding(actor),
    onGone: ({ workspace_id, id }, at) => {
      store.batch([memberships.seen(workspace_id, id, at)]).catch((error) => {
        log.warn("last seen not kept", { error });
      });
    },
    leave_delay,
    report: (error) => log.error("command failed", { error }),
  });
  /** Wherever they are a member they are shown; where they are shut out nobody needs to hear of them. */
  function onPersonChanged(user_id: number): void {
    store.all(memberships.ofUser(user_id)).then(
      (all) => {
        for (const { workspace_id, banned_at } of all) {
          if (banned_at === null) realtime.personChanged({ workspace_id, id: user_id });
        }
      },
      (error) => log.warn("change of a person not told", { error }),
    );
  }
  const accounts = createAccounts({
    store,
    now,
    nextId,
    log,
    secret,
    limiter,
    workspaces,
    ranks: chat.ranks,
    passwords: createPasswords({
      cost: config.password_cost,
      waiting: Math.ceil(PASSWORDS_WAITING * config.rate_limit_factor),
      bcrypt,
    }),
    onSessionsRevoked: realtime.closeSessions,
    onPersonChanged,
    onSettingsChanged: realtime.settingsChanged,
    onMembershipChanged: (member) => void realtime.membershipChanged(member),
  });
  const uploads = createUploads({
    store,
    chat,
    now,
    nextId,
    log,
    limiter,
    dir: config.uploads_dir,
    max_mb: config.upload_max_mb,
    quota_mb: config.upload_quota_mb,
    total_mb: config.uploads_total_mb,
    caps: {
      per_person: Math.ceil(UPLOADS.per_person * config.rate_limit_factor),
      overall: Math.ceil(UPLOADS.overall * config.rate_limit_factor),
    },
    clamd: config.clamd,
    onPersonChanged,
  });
  const widget = createWidgetConfigs({ store, now, isOnline: realtime.presence.isOnline });
  const guest_tokens = createGuestTokens({ secret, now });
  const visitors = createVisitorIdentities({ store, now, log, tokens: guest_tokens });
  const guests = createGuests({
    ...{ store, now, nextId, chat, limits: site_limits },
    onNamed: realtime.personChanged,
    onEnded: realtime.closeVisitor,
    tokens: guest_tokens,
    sites: sites.known,
    names: createNames(chat),
  });
  const sweepSilent = createSilentSweep({ store, now });
  await workspaces.ensureDefault();
  await uploads.open();
  const indexing = chat.search.follow((error) => log.warn("search is behind", { error }));
  chat.listen(indexing.wake);
  const sweeping = setInterval(() => {
    accounts.sweep().catch((error) => log.warn("sweep failed", { error }));
    uploads.sweep().catch((error) => log.warn("sweep failed", { error }));
    kept_limits.sweep().catch((error) => log.warn("sweep failed", { error }));
    sweepSilent().catch((error) => log.warn("sweep failed", { error }));
  }, SWEEP_EVERY);

  return {
    config,
    log,
    build,
    now,
    store,
    limiter,
    admission,
    repeats: createRepeats({ now }),
    workspaces,
    accounts,
    chat,
    realtime,
    uploads,
    sites,
    widget,
    guests,
    transcripts: createTranscripts({ store, now, chat }),
    tickets: createTickets({ store, now, nextId, chat, guests }),
    visitors,
    /** Counts a write of this person. @throws AppError `rate_limited` */
    requirePace: (actor: Actor) => limiter.limit(WRITING, String(actor.id)),
    /** Counts what they send besides; how much of it a visitor may is their site's setting. @throws AppError `rate_limited` */
    async requireSendPace(what: Sent, actor: Actor, ip: string | null): Promise<void> {
      limiter.limit(WRITING, String(actor.id));
      await site_limits.requirePace(what, actor, ip);
    },
    /** Counts a search of this person. @throws AppError `rate_limited` */
    requireSearchPace: (actor: Actor) => limiter.limit(SEARCHING, String(actor.id)),
    /** Keeps what can be found by its words. */
    indexing,
    /** Tells clients to come back, commits what was handed over, closes. */
    async close(): Promise<void> {
      clearInterval(sweeping);
      admission.close();
      realtime.stop();
      await indexing.stop();
      await kept_limits.flush();
      await store.close();
    },
  };
}
