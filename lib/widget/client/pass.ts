import type { Locale } from "@/lib/i18n/mod.ts";
import type { ErrorCode } from "@/lib/protocol/errors.ts";
import type { GuestSession, StartGuest } from "@/lib/protocol/sites.ts";
import { jsonOf, proofHeaders, request, setCredentials } from "@/lib/realtime/client/http.ts";

/** A token is renewed when this much of its life is over. */
const RENEWED_AT = 0.9;
/** When so much of it is, files are fetched with the next one: each change has all pictures fetched again. */
const FILES_RENEWED_AT = 0.5;
/** A session that is not answered within this time is asked for again when somebody wants it: in milliseconds. */
const PATIENCE = 20_000;
/** Longest wait that a timer takes, in milliseconds. */
const LONGEST = 2 ** 31 - 1;
/** Addresses of files, by the names that answers have for them. */
const FILES: ReadonlySet<string> = new Set(["file", "thumbnail", "picture", "profile_picture"]);

/** A visitor is not let in, or there is no answer (`code` is null then). */
export class Refused extends Error {
  constructor(
    readonly code: ErrorCode | null,
    detail: string,
    /** Seconds. */
    readonly retry_after: number | null = null,
  ) {
    super(detail);
  }
}

export interface PassDeps {
  readonly site_key: () => string;
  readonly locale: Locale;
  /** The key is refused: asks for the one that holds by now. */
  readonly onKeyRefused: () => Promise<void>;
  /** Who the visitor is by now: a new one where the server did not know the old one any more. */
  readonly onSession: (session: GuestSession) => void;
  /** Addresses of files that were told before have to be told again: see `readdressed`. */
  readonly onAddresses: () => void;
}

/** By what a visitor is known to the server: asked for once, renewed before it runs out, carried by every request. */
export function createPass({ site_key, locale, onKeyRefused, onSession, onAddresses }: PassDeps) {
  let session: GuestSession | null = null;
  /** What addresses of files carry, whose it is, and until when it goes on them. */
  let files: { readonly token: string; readonly user_id: number; readonly until: number } | null = null;
  /** What the session was asked for with, to ask again. */
  let asked: StartGuest = {};
  let renewing: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins a session, or goes on with it under what has changed. @throws Refused */
  async function begin(facts: StartGuest): Promise<GuestSession> {
    // A proof that has run out is renewed by this very call, which must not wait for itself.
    return adopt(
      await post<GuestSession>("/api/external/guests", { locale, ...facts }, fetchOnce),
      facts.identity,
    );
  }

  function adopt(begun: GuestSession, identity: string | undefined): GuestSession {
    // Name and address are on the server now; whoever renews is that visitor already.
    asked = { guest_id: begun.guest_id ?? undefined, ...identity !== undefined && { identity } };
    session = begun;
    clearTimeout(timer);
    timer = setTimeout(() => void renew(), Math.min(begun.expires_in * 1000 * RENEWED_AT, LONGEST));
    const user_id = begun.user.id;
    const is_same = files?.user_id === user_id;
    const is_due = files !== null && Date.now() >= files.until;
    if (!is_same || is_due) {
      const until = Date.now() + begun.expires_in * 1000 * FILES_RENEWED_AT;
      files = { token: begun.files_token, user_id, until };
    }
    onSession(begun);
    if (is_same && is_due) onAddresses();
    return begun;
  }

  /** Another token for the same visitor; false where the server gives none. */
  function renew(): Promise<boolean> {
    return renewing ??= begin(asked).then(() => true, () => false).finally(() => renewing = null);
  }

  /** Whether the visitor is let in. @throws Refused where that cannot be told now */
  async function stands(): Promise<boolean> {
    try {
      await begin(asked);
      return true;
    } catch (error) {
      const { code } = error as Refused;
      if (code === null || code === "rate_limited") throw error;
      return false;
    }
  }

  /** @throws Refused */
  async function post<Answer>(path: string, body: unknown, send: Send = request): Promise<Answer> {
    const headers = { "content-type": "application/json" };
    return await call<Answer>(path, { method: "POST", headers, body: JSON.stringify(body) }, send);
  }

  /** @throws Refused */
  async function call<Answer>(path: string, init: RequestInit, send: Send = request): Promise<Answer> {
    const key = site_key();
    const headers = { accept: "application/json", "site-key": key, ...init.headers };
    const response = await send(path, { ...init, headers }).catch(() => null);
    if (!response) throw new Refused(null, "");
    const is_empty = response.status === 204;
    const answer = is_empty ? null : await jsonOf<Answer & Refusal>(response).catch(() => null);
    // Cut off half way: who it says is not known.
    if (response.ok && answer === null && !is_empty) throw new Refused(null, "");
    if (response.ok) return answer as Answer;
    if (answer?.code === "site_key_invalid") {
      await onKeyRefused();
      if (site_key() !== key) return await call(path, init, send);
    }
    const after = Number(response.headers.get("retry-after"));
    throw new Refused(
      response.status >= 500 ? null : answer?.code ?? null,
      answer?.detail ?? "",
      after || null,
    );
  }

  function revive(key: string, value: unknown): unknown {
    return FILES.has(key) && typeof value === "string" && value.startsWith("/files/")
      ? addressOf(value)
      : value;
  }

  /** An address of a file, with the proof that it may be read. */
  function addressOf(path: string): string {
    if (!files) return path;
    const [plain, query] = path.split("?");
    const parameters = new URLSearchParams(query);
    parameters.set("k", files.token);
    return `${plain}?${parameters}`;
  }

  return {
    addressOf,
    /** The same with all addresses of files in it as they hold by now. */
    readdressed: <Value>(value: Value): Value => JSON.parse(JSON.stringify(value), revive),
    begin,
    stands,
    post: <Answer>(path: string, body: unknown) => post<Answer>(path, body),
    /** All that this page asks carries it from now on. For browsers alone. */
    start(): void {
      setCredentials({
        headers: (): Record<string, string> => session ? { authorization: `Bearer ${session.token}` } : {},
        renew: () => session ? renew() : Promise.resolve(false),
        // A picture can send no header: its address carries a proof for files alone.
        revive,
      });
    },
    /** Signs out: here in any case, and everywhere if the server can be told. Never rejects. */
    async end(): Promise<void> {
      if (session) {
        // The page may be on its way out.
        const init = { method: "DELETE", keepalive: true };
        await call("/api/external/guests/current", init).catch(() => {});
      }
      clearTimeout(timer);
      session = null;
      asked = {};
    },
    stop(): void {
      clearTimeout(timer);
      setCredentials(null);
    },
  };
}

export type Pass = ReturnType<typeof createPass>;

type Send = (path: string, init: RequestInit) => Promise<Response>;

/**
 * As `request`, but a proof that has run out stays so, and a line on which nothing comes is given up: all that the
 * visitor does waits for this.
 */
function fetchOnce(path: string, init: RequestInit): Promise<Response> {
  return fetch(path, {
    ...init,
    signal: AbortSignal.timeout(PATIENCE),
    headers: { accept: "application/json", ...init.headers, ...proofHeaders() },
  });
}

interface Refusal {
  readonly code?: ErrorCode;
  readonly detail?: string;
}
