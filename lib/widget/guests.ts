import * as guests from "@/db/guests.ts";
import type { VisitorRow } from "@/db/guests.ts";
import * as one_time_tokens from "@/db/tokens.ts";
import { UniqueViolation } from "@/db/store.ts";
import type { Store } from "@/db/store.ts";
import type { Language } from "@/lib/protocol/accounts.ts";
import { hashToken, newToken } from "@/lib/accounts/tokens.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Chat } from "@/lib/chat/mod.ts";
import { visitorName } from "@/lib/i18n/visitors.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { GuestKey } from "@/lib/protocol/sites.ts";
import type { GuestSession, StartGuest } from "@/lib/protocol/sites.ts";
import { hashSecret } from "./keys.ts";
import type { KnownSite, KnownSites } from "./known_sites.ts";
import type { SiteLimiter } from "./limits.ts";
import type { Names } from "./names.ts";
import { GUEST_TOKEN_SECONDS, markOf } from "./tokens.ts";
import type { GuestTokens } from "./tokens.ts";
import { GRACE, readVoucher } from "./vouching.ts";
import type { Vouched } from "./vouching.ts";

/** What of a site a visit needs. */
export type VisitedSite = Pick<KnownSite, "id" | "workspace_id" | "site_id" | "name" | "look" | "limits">;

interface Deps {
  readonly store: Store;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly nextId: () => number;
  readonly chat: Chat;
  readonly tokens: GuestTokens;
  readonly sites: Pick<KnownSites, "secretOf">;
  readonly limits: Pick<SiteLimiter, "arrive" | "visit">;
  readonly names: Names;
  /** A visitor has another name. */
  readonly onNamed?: (visitor: { workspace_id: number; id: number }) => void;
  /** A visitor signed out: what they have open is theirs no more. */
  readonly onEnded?: (guest_id: number) => void;
}

/** The visitors of sites: who they are, and how they come back. */
export function createGuests(
  { store, now, nextId, chat, tokens, sites, limits, names, onNamed = () => {}, onEnded = () => {} }: Deps,
) {
  /**
   * Begins a visit: of whom the site's server vouches for, else of whoever holds a Guest_ID of this site, else of
   * somebody new.
   * @param ip from where they come: who comes often anew is somebody at play; null for a site's own server
   * @param here who asks, if a visit goes on that was begun before
   * @throws AppError `identity_invalid`, `name_taken`, `rate_limited`
   */
  async function start(
    site: VisitedSite,
    input: StartGuest,
    ip: string | null,
    here: Actor | null = null,
  ): Promise<GuestSession> {
    limits.arrive(ip);
    if (input.identity !== undefined) {
      const { identity, ...said } = input;
      return await goOn(site, identity, said, here) ?? await startVouched(site, identity, said, ip);
    }
    const known = await findKnown(site, input.guest_id);
    if (input.name !== undefined && input.name !== known?.name) await names.requireFree(site, input.name);
    if (known === undefined) return await startAnew(site, input, ip);
    return await comeBack(known, input, input.guest_id!);
  }

  /**
   * Another token for a visitor for whom the site vouched and who is still here: what it signed is often good for
   * minutes, and was meant for the whole visit. Null for anybody else.
   */
  async function goOn(
    site: VisitedSite,
    identity: string,
    said: Said,
    here: Actor | null,
  ): Promise<GuestSession | null> {
    if (!here?.verified || here.site_id !== site.id) return null;
    const known = await store.get(guests.find(here.id, site.id));
    const vouched = await readVouched(site, identity, GRACE);
    if (known?.external_id !== vouched.external_id) return null;
    return await comeBack(under(vouched, known), await beside(site, vouched, said), null);
  }

  /** They are the same on whatever device, by what the site calls them; a Guest_ID would say nothing more. */
  async function startVouched(
    site: VisitedSite,
    identity: string,
    said: Said,
    ip: string | null,
  ): Promise<GuestSession> {
    const vouched = await beside(site, await readVouched(site, identity), said);
    const known = await store.get(guests.findByExternalId(site.id, vouched.external_id));
    if (known) return await comeBack(under(vouched, known), vouched, null);
    // A key that nobody is told: who they are is proved by the site alone.
    return await insert(site, newToken(), vouched, ip).then(
      (row) => sessionOf(under(vouched, row), null),
      (error) => {
        // They came on two devices at the same moment.
        if (error instanceof UniqueViolation) return startVouched(site, identity, said, ip);
        throw error;
      },
    );
  }

  /** What the site says of them, and where it says nothing they themselves. @throws AppError `name_taken` */
  async function beside(
    site: VisitedSite,
    vouched: Signed,
    { name, email, locale }: Said,
  ): Promise<Signed & Said> {
    if (vouched.name === undefined && name !== undefined) await names.requireFree(site, name);
    const called = vouched.name === undefined ? name : await names.tellApart(site, vouched.name);
    return { ...vouched, name: called, email: vouched.email ?? email, locale };
  }

  async function comeBack(
    known: VisitorRow,
    said: Pick<StartGuest, "name" | "email">,
    guest_id: string | null,
  ): Promise<GuestSession> {
    const changes = changesOf(known, said);
    await store.batch([...guests.describe(known.id, changes), guests.seen(known.id, now())]);
    if (changes.name !== undefined) onNamed({ workspace_id: known.workspace_id, id: known.id });
    return await sessionOf(known, guest_id);
  }

  async function startAnew(
    site: VisitedSite,
    input: Said,
    ip: string | null,
  ): Promise<GuestSession> {
    const key = newToken();
    return await sessionOf(await insert(site, key, input, ip), key);
  }

  async function readVouched(site: VisitedSite, identity: string, grace = 0): Promise<Signed> {
    const secret = await sites.secretOf(site);
    if (secret === null) throw new AppError("identity_invalid");
    const vouched = await readVoucher(identity, { site_id: site.site_id, secret, now: now(), grace });
    return { ...vouched, secret_hash: hashSecret(secret) };
  }

  async function findKnown(
    site: VisitedSite,
    key: string | null | undefined,
  ): Promise<VisitorRow | undefined> {
    if (!GuestKey.safeParse(key).success) return undefined;
    return await store.get(guests.findByKey(site.id, hashToken(key!)));
  }

  async function insert(
    site: VisitedSite,
    key: string,
    { name, email, external_id, locale }: Partial<Vouched> & Said,
    ip: string | null,
  ): Promise<VisitorRow> {
    limits.visit(site, ip);
    const id = nextId(), at = now();
    const { id: site_id, workspace_id } = site;
    const row = { id, site_id, workspace_id, key_hash: hashToken(key), external_id, email };
    const language = await languageOf(site, locale);
    await store.batch(guests.insert({
      ...row,
      verified_at: external_id === undefined ? null : at,
      created_at: at,
      last_seen_at: at,
    }, name || visitorName(language, numberOf(key))));
    const inserted = await store.get(guests.find(id, site_id));
    // The site was cut off at this very moment.
    if (!inserted) throw new AppError("not_found");
    return inserted;
  }

  /** The one the site has for all, else that of the visitor's page, else the workspace's. */
  async function languageOf({ look, workspace_id }: VisitedSite, locale?: Language): Promise<Language> {
    if (look.locale !== "auto") return look.locale;
    return locale ?? (await store.get(guests.languageOf(workspace_id)))?.language as Language ?? "fa";
  }

  async function sessionOf(row: VisitorRow, guest_id: string | null): Promise<GuestSession> {
    const claims = { guest_id: row.id, site_id: row.site_id, key: markOf(row) };
    const [token, files_token] = await Promise.all([
      tokens.sign("call", claims),
      tokens.sign("files", claims),
    ]);
    return {
      guest_id,
      token,
      files_token,
      expires_in: GUEST_TOKEN_SECONDS,
      user: await chat.people.get(row),
      verified: row.external_id !== null,
      conversation_id: await placeOf(row),
    };
  }

  /**
   * Signs a visitor out, wherever they are signed in: their Guest_ID and every token and ticket that was given for it
   * are worth nothing from now on. For whom the site vouches, a new signature begins the next visit.
   */
  async function end({ id }: Pick<Actor, "id">): Promise<void> {
    // A key that nobody is told.
    await store.batch([guests.rekey(id, hashToken(newToken())), one_time_tokens.dropTickets(id)]);
    onEnded(id);
  }

  /** The conversation to which a visitor's site leads them; null where they have none yet. */
  async function placeOf({ id }: Pick<Actor, "id">): Promise<number | null> {
    return (await store.get(guests.placeOf(id)))?.conversation_id ?? null;
  }

  return { start, end, placeOf };
}

export type Guests = ReturnType<typeof createGuests>;

/** What a site said of somebody, and with which secret. */
type Signed = Vouched & Pick<VisitorRow, "secret_hash">;

/** A visitor under the secret that vouched for them, which may have been taken back at this very moment. */
function under({ secret_hash }: Signed, row: VisitorRow): VisitorRow {
  return { ...row, secret_hash };
}

/** What visitors say of themselves. */
type Said = Pick<StartGuest, "name" | "email" | "locale">;

/** What they say of themselves now that is not known already. */
function changesOf(
  known: VisitorRow,
  { name, email }: Pick<StartGuest, "name" | "email">,
): { name?: string; email?: string } {
  return {
    ...name && name !== known.name && { name },
    ...email && email !== known.email && { email },
  };
}

/** Four digits that tell one visitor from another, and nobody how many there are. */
function numberOf(key: string): number {
  return 1000 + parseInt(hashToken(key).slice(-8), 16) % 9000;
}
