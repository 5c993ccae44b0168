import type { GuestSession } from "../../../protocol/sites.ts";
import type { Ground } from "../ground.ts";

/**
 * Signs out whom the page knew from before while no frame is there that could: comes in once more, to leave for good.
 * Nobody waits for it. Where the server cannot be reached, the page has forgotten them all the same.
 */
export async function endVisit(
  { options: { server }, config: { site_key } }: Pick<Ground, "options" | "config">,
  guest_id: string,
): Promise<void> {
  const call = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    // The page may be on its way out.
    fetch(server + path, { method, body, keepalive: true, headers: { "site-key": site_key, ...headers } });
  const guests = "/api/v1/external/guests";
  try {
    const json = { "content-type": "application/json" };
    const begun = await call("POST", guests, json, JSON.stringify({ guest_id }));
    if (!begun.ok) return;
    const { token }: GuestSession = await begun.json();
    await call("DELETE", `${guests}/current`, { authorization: `Bearer ${token}` });
  } catch {
    // Not to be reached.
  }
}
