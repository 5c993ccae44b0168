import { signal } from "@preact/signals";
import type { GuestSession, StartGuest } from "@/lib/protocol/sites.ts";
import type { Start } from "./host.ts";
import { forgetTexts, in_browser, in_window } from "./kept.ts";
import type { Kept } from "./kept.ts";
import { NOBODY } from "./opening.ts";
import { createPass } from "./pass.ts";
import type { PassDeps, Refused } from "./pass.ts";

interface Deps extends PassDeps {
  readonly site_id: string;
  /** By what the page around the frame knows the visitor from now on, for its next one. */
  readonly tellPage: (guest_id: string | null) => void;
}

/** Who has the chat before them: by what the page around the frame, the browser and the server know them. */
export function createVisitor({ site_id, tellPage, ...deps }: Deps) {
  const session = signal<GuestSession | null>(null);
  /** They were not known before this visit. */
  const is_new = signal(false);
  const key = `peyk:${site_id}`;
  let guest_id: string | null = null;
  /** Where the browser keeps that; null where the page around the frame does. */
  let home: Kept | null = null;
  let has_page = false;
  let identity: string | null = null;
  /** They began to write. */
  let is_writing = false;
  /** They are being made known to the server. */
  let meeting: Promise<GuestSession> | null = null;

  const pass = createPass({
    ...deps,
    onSession(begun) {
      session.value = begun;
      become(begun.guest_id);
      deps.onSession(begun);
    },
  });

  /** Takes them for whom the page around the frame says they are; where there is none, the browser. */
  function recognize(greeting: Start | null, is_window: boolean): void {
    const found = in_window.get(key);
    has_page = greeting !== null;
    identity = greeting?.identity ?? null;
    // Who is here since before a busy page came to say so is known by that; whom the page knows, by what it says.
    guest_id = greeting ? greeting.guest_id ?? guest_id : found ?? in_browser.get(key);
    home?.set(key, null);
    // A page keeps it for its frame, and a window that was opened from there for itself, should that page be gone.
    home = is_window && (has_page || found) ? in_window : has_page ? null : in_browser;
  }

  function become(id: string | null): void {
    guest_id = id;
    home?.set(key, id);
    if (has_page) tellPage(id);
  }

  /**
   * Comes in as whoever they are. To look is to be nobody yet: who asks nothing is nobody that a server has to remember.
   * @param may_be_nobody null is given then, where there is nothing by which they are known
   * @throws Refused
   */
  async function enter(may_be_nobody: boolean): Promise<GuestSession | null> {
    await meeting?.catch(() => {});
    if (may_be_nobody && guest_id === null && identity === null && !session.peek()) return null;
    const before = { guest_id, identity };
    try {
      const begun = await begin();
      is_new.value = !begun.verified && begun.guest_id !== before.guest_id;
      return begun;
    } catch (error) {
      if ((error as Refused).code !== "identity_invalid" || identity === null) throw error;
      // Whoever the page says they are, it does not hold: they are let in as anybody is.
      if (identity === before.identity) identity = null;
      return await enter(may_be_nobody);
    }
  }

  /** Makes them known to the server, if they are not. @throws Refused */
  async function meet(): Promise<GuestSession> {
    return session.peek() ?? await (meeting ??= begin().finally(() => meeting = null));
  }

  /** They begin to write: sending then waits for nothing. Where this fails, it is for that to try again. */
  function begins(): void {
    if (is_writing) return;
    is_writing = true;
    meet().catch(() => {});
  }

  /** @param facts what they say of themselves */
  function begin(facts?: Pick<StartGuest, "name" | "email">): Promise<GuestSession> {
    return pass.begin({ guest_id: guest_id ?? undefined, ...identity !== null && { identity }, ...facts });
  }

  function disown(): void {
    identity = null;
    become(null);
  }

  return {
    session,
    is_new,
    pass,
    recognize,
    become,
    enter,
    meet,
    begins,
    /** By what they are known here. */
    proofs: () => ({ guest_id, identity }),
    /** @param token by which the site says who they are; null: it does not */
    identify: (token: string | null) => void (identity = token),
    /** Comes in with what they said of themselves. @throws Refused */
    async introduce(facts: Pick<StartGuest, "name" | "email">): Promise<void> {
      await meeting?.catch(() => {});
      await begin(facts);
    },
    /** From now on the browser and the page know nobody. */
    disown,
    /** They are nobody any more, whether or not the server can be told. */
    async signOut(): Promise<void> {
      await meeting?.catch(() => {});
      forgetTexts(NOBODY.id, session.peek()?.user.id);
      await pass.end();
      session.value = null;
      is_writing = false;
      become(null);
    },
  };
}

export type Visitor = ReturnType<typeof createVisitor>;
