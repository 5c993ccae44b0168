import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Notices } from "@/components/room/notice.ts";
import { ask, type Refused } from "@/components/settings/ask.ts";
import { useNotices } from "@/components/settings/hooks.ts";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import type { Site, SiteWithSecret } from "@/lib/protocol/sites.ts";
import { changesOf, draftOf, put } from "./draft.ts";
import type { Faults, SiteDraft } from "./draft.ts";

const API = "/api/admin/sites";

/** A site as it is kept and as it stands in the form, and what can be done with it. */
export interface Editing {
  readonly site: Signal<Site | null>;
  readonly kept: Signal<SiteDraft>;
  readonly draft: Signal<SiteDraft>;
  readonly faults: Signal<Faults>;
  readonly busy: Signal<boolean>;
  /** The path that was changed last. */
  readonly touched: Signal<string>;
  /** The secret key, as long as this page is open that made it. */
  readonly secret: Signal<string | null>;
  /** It was made just now, and nobody has seen it. */
  readonly told: Signal<boolean>;
  readonly notices: Notices;
  isChanged(): boolean;
  put(path: string, value: unknown): void;
  discard(): void;
  save(): Promise<void>;
  /** A new secret key. */
  rotate(): Promise<void>;
  /** A new public key. */
  rekey(): Promise<void>;
  revoke(): Promise<void>;
  restore(): Promise<void>;
  remove(): Promise<void>;
}

export interface EditingStart {
  readonly site: Site | null;
  readonly draft: SiteDraft;
  readonly faults: Faults;
  readonly secret: string | null;
}

/** Edits a site from the page on, through the same interface that programs have. */
export function useEditing(start: EditingStart, t: AdminText): Editing {
  const site = useSignal(start.site);
  // What came back refused is not kept yet.
  const kept = useSignal(start.site ? draftOf(start.site) : start.draft);
  const draft = useSignal(start.draft);
  const faults = useSignal(start.faults);
  const busy = useSignal(false);
  const touched = useSignal("");
  const secret = useSignal(start.secret);
  const told = useSignal(start.secret !== null);
  const notices = useNotices();

  return useMemo(() => {
    const address = () => `${API}/${site.peek()!.site_id}`;

    /** Takes over what the server keeps now; what was typed meanwhile stays. */
    function take(fresh: Site, sent: SiteDraft): void {
      const typed = changesOf(sent, draft.peek());
      site.value = fresh;
      kept.value = draftOf(fresh);
      draft.value = merge(kept.peek(), typed);
    }

    /** One thing at a time; what goes wrong is said at its field, or as a word where it has none. */
    async function act(doing: () => Promise<void>): Promise<void> {
      if (busy.peek()) return;
      busy.value = true;
      try {
        await doing();
        faults.value = {};
      } catch (error) {
        const { field, message } = error as Refused;
        if (field && showsFault(field)) {
          faults.value = { [field]: message };
          focusOn(field);
        } else {
          notices.say(message, "bad");
        }
      } finally {
        busy.value = false;
      }
    }

    async function create(): Promise<void> {
      const sent = draft.peek();
      const made = await ask<SiteWithSecret>("POST", API, t.live, sent);
      takeSecret(made);
      take(made, sent);
      history.replaceState(history.state, "", `/admin/sites/${made.site_id}`);
      notices.say(t.site.created, "plain");
    }

    async function change(): Promise<void> {
      const sent = draft.peek();
      const changes = changesOf(kept.peek(), sent);
      take(await ask<Site>("PATCH", address(), t.live, changes), sent);
      notices.say(t.live.saved, "plain");
    }

    function takeSecret({ secret_key }: SiteWithSecret): void {
      secret.value = secret_key;
      told.value = true;
    }

    const setRevoked = (revoked: boolean) => () =>
      act(async () => {
        site.value = await ask<Site>("PATCH", address(), t.live, { revoked });
        notices.say(revoked ? t.done.revoked : t.done.restored, "plain");
      });

    return {
      ...{ site, kept, draft, faults, busy, touched, secret, told, notices },
      isChanged: () => JSON.stringify(kept.value) !== JSON.stringify(draft.value),
      put(path, value) {
        touched.value = path;
        draft.value = put(draft.peek(), path, value);
        faults.value = without(faults.peek(), path);
      },
      discard() {
        draft.value = kept.peek();
        faults.value = {};
      },
      save: () => act(site.peek() ? change : create),
      rotate: () =>
        act(async () => {
          const made = await ask<SiteWithSecret>("POST", `${address()}/keys`, t.live, { key: "secret" });
          takeSecret(made);
          site.value = made;
        }),
      rekey: () =>
        act(async () => {
          site.value = await ask<Site>("POST", `${address()}/keys`, t.live, { key: "public" });
          notices.say(t.done.rekeyed, "plain");
        }),
      revoke: setRevoked(true),
      restore: setRevoked(false),
      remove: () =>
        act(async () => {
          await ask("DELETE", address(), t.live);
          // Nothing is left to lose.
          draft.value = kept.peek();
          location.assign("/admin/sites?done=removed");
        }),
    };
  }, []);
}

/** Asks before a page is left on which something is not saved; the browser has its own words for it. */
export function useLeaving(isChanged: () => boolean): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (isChanged()) event.preventDefault();
    };
    addEventListener("beforeunload", onLeave);
    return () => removeEventListener("beforeunload", onLeave);
  }, []);
}

function merge(kept: SiteDraft, { look, limits, ...typed }: ReturnType<typeof changesOf>): SiteDraft {
  return {
    ...kept,
    ...typed as Partial<SiteDraft>,
    look: { ...kept.look, ...look },
    limits: { ...kept.limits, ...limits },
  };
}

/** What is wrong with a field is so no more once it is changed, nor what is wrong within it. */
function without(faults: Faults, path: string): Faults {
  return Object.fromEntries(
    Object.entries(faults).filter(([name]) => name !== "" && name !== path && !name.startsWith(`${path}.`)),
  );
}

const DAY = /^look\.hours\.days\.(\d)\./;

/** Whether the form has a place for it. */
function showsFault(field: string): boolean {
  return DAY.test(field) || fieldOf(field) !== null;
}

function fieldOf(field: string): HTMLElement | null {
  const day = DAY.exec(field)?.[1];
  if (day) return document.querySelector(`[name^="hours.${day}."]`);
  return document.getElementById(field) ?? document.querySelector(`[name="${CSS.escape(field)}"]`);
}

/** One goes on where it is wrong. */
function focusOn(field: string): void {
  const at = fieldOf(field);
  at?.closest("details")?.setAttribute("open", "");
  at?.focus();
}
