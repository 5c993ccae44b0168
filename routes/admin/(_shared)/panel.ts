import type { Context } from "fresh";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { defaultCalendar } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { requireActor } from "@/lib/web/session.ts";
import type { State } from "@/lib/web/state.ts";
import { zoneFor } from "@/lib/web/zone.ts";

/** What every page of the panel shows. */
export interface Panel {
  /** Whoever looks at it. */
  readonly user: User;
  readonly dates: DateStyle & { readonly timeZone: string };
  readonly zone_chosen: boolean;
  /** What a form just did, in words. */
  readonly done: string | null;
}

export async function openPanel(ctx: Context<State>): Promise<Panel> {
  const { app, locale } = ctx.state;
  const me = await app.accounts.me(requireActor(ctx));
  const { id, username, first_name, last_name, profile_picture, score, rank, role, in_game_ids } = me;
  const words: Record<string, string> = adminText(locale).done;
  const asked = ctx.url.searchParams.get("done") ?? "";
  return {
    user: { id, username, first_name, last_name, profile_picture, score, rank, role, in_game_ids },
    dates: { locale, calendar: me.calendar ?? defaultCalendar(locale), timeZone: zoneFor(ctx, me) },
    zone_chosen: me.time_zone !== null,
    done: Object.hasOwn(words, asked) ? words[asked]! : null,
  };
}

/** Back to a page of the panel, which says what was done; 303, so that a reload does not post again. */
export function goBack(ctx: Context<State>, path: string, done: keyof AdminText["done"]): Response {
  const at = path.includes("?") ? "&" : "?";
  return ctx.redirect(`${path}${at}done=${done}`, 303);
}
