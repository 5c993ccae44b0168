import type { Chat } from "@/lib/chat/mod.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { usernameKey } from "@/lib/protocol/username.ts";
import type { KnownSite } from "./known_sites.ts";

/** What of a site is to be known of it to call its visitors. */
type NamedSite = Pick<KnownSite, "workspace_id" | "name" | "look">;

/**
 * What visitors may be called: not what those who answer them are, nor the site. Whoever reads knows people by their
 * names, and a mark beside one is soon overlooked.
 */
export function createNames({ people }: { people: Pick<Chat["people"], "agentNames"> }) {
  /**
   * Refuses a name that somebody gives themselves.
   * @throws AppError `name_taken`
   */
  async function requireFree(site: NamedSite, name: string): Promise<void> {
    if (await isTaken(site, name)) throw new AppError("name_taken", {}, "name");
  }

  /** The name of somebody for whom the site vouches: with the site's beside it where somebody else goes by it. */
  async function tellApart(site: NamedSite, name: string): Promise<string> {
    return await isTaken(site, name) ? `${name} (${site.name})` : name;
  }

  async function isTaken(site: NamedSite, name: string): Promise<boolean> {
    const wanted = likeness(name);
    if (wanted === "") return false;
    const names = [site.name, site.look.title, ...await people.agentNames(site)];
    return names.some((one) => likeness(one) === wanted);
  }

  return { requireFree, tellApart };
}

export type Names = ReturnType<typeof createNames>;

/** What is read as the same name: without case, spelling, spaces, signs, and letters that only look alike. */
function likeness(name: string): string {
  return usernameKey(name).replace(/[^\p{L}\p{N}]/gu, "");
}
