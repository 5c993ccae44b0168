import type { Context } from "fresh";
import { z } from "zod";
import type { SiteDraft } from "@/components/admin/sites/draft.ts";
import { isErrorCode, zodSentence } from "@/lib/i18n/errors/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { SiteLimits } from "@/lib/protocol/sites.ts";
import { errorSentence } from "@/lib/i18n/errors/mod.ts";
import type { Faults } from "./form.ts";
import { refuseForm } from "./form.ts";
import type { State } from "./state.ts";

type Fields = Readonly<Record<string, string>>;

/** The form of a site as a browser without scripts sends it: names are paths, a switch that is off is left out. */
export function readSiteFields(fields: Fields): SiteDraft {
  const text = (name: string) => fields[name] ?? "";
  const is_on = (name: string) => fields[name] === "on";
  const form = {
    name: text("name"),
    domains: text("domains").split(/\s+/).filter(Boolean),
    mode: text("mode"),
    primary_color: text("primary_color"),
    locked: is_on("locked"),
    require_verified: is_on("require_verified"),
    look: {
      title: text("look.title"),
      welcome: text("look.welcome"),
      locale: text("look.locale"),
      position: text("look.position"),
      teaser: is_on("look.teaser"),
      hours: is_on("look.hours") ? readHours(fields) : null,
      prechat: {
        enabled: is_on("look.prechat.enabled"),
        name: text("look.prechat.name"),
        email: text("look.prechat.email"),
        text: text("look.prechat.text"),
      },
      offline: { enabled: is_on("look.offline.enabled"), text: text("look.offline.text") },
    },
    limits: Object.fromEntries(
      Object.keys(SiteLimits.shape).map((name) => [name, Number(fields[`limits.${name}`] || NaN)]),
    ),
  };
  // As it was typed: what of it will not do is said by its schema.
  return form as unknown as SiteDraft;
}

/** Spans of each day in their order; those of which nothing was filled in are none. */
function readHours(fields: Fields) {
  const days = Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 4 }, (_, at) => ({
      from: fields[`hours.${day}.${at}.from`] ?? "",
      to: fields[`hours.${day}.${at}.to`] ?? "",
    })).filter(({ from, to }) => from !== "" || to !== "")
      .map(({ from, to }) => ({ from, to: to === "00:00" ? "24:00" : to })));
  return { time_zone: fields["hours.time_zone"] ?? "", days };
}

/** What is wrong with it, by the path of each field. */
export function refuseSite(ctx: Pick<Context<State>, "state">, error: unknown) {
  const { faults, init } = refuseForm(ctx, error);
  if (!(error instanceof z.ZodError)) return { faults, init };
  return { faults: faultsByPath(error, ctx.state.locale), init };
}

function faultsByPath({ issues }: z.ZodError, locale: Locale): Faults {
  const faults: Record<string, string> = {};
  for (const issue of issues) {
    faults[issue.path.map(String).join(".")] ??= isErrorCode(issue.message)
      ? errorSentence(locale, issue.message)
      : zodSentence(locale, issue);
  }
  return faults;
}
