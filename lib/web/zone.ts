import type { Context } from "fresh";
import { isTimeZone } from "@/lib/i18n/dates.ts";
import type { Me } from "@/lib/protocol/accounts.ts";
import { readCookie } from "./cookies.ts";
import type { State } from "./state.ts";

/** Written by the browser: its IANA time zone. */
const ZONE_COOKIE = "peyk_zone";

/** The zone in which somebody reads times: the one they chose, their device's, their workspace's. */
export function zoneFor(
  { req }: Pick<Context<State>, "req">,
  me: Pick<Me, "time_zone" | "workspace">,
): string {
  const told = readCookie(req.headers, ZONE_COOKIE);
  return me.time_zone ?? (told !== null && isTimeZone(told) ? told : me.workspace.time_zone);
}
