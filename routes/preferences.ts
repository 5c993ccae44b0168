import { z } from "zod";
import { Language, Profile, Theme } from "@/lib/protocol/accounts.ts";
import { readForm } from "@/lib/web/body.ts";
import { cookie, LANGUAGE_COOKIE, THEME_COOKIE } from "@/lib/web/cookies.ts";
import { localPath } from "@/lib/web/path.ts";
import { isSecure } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

const Preferences = z.object({
  language: Language.optional(),
  theme: Theme.optional(),
  /** As the language implies. */
  calendar: z.literal("auto").transform(() => null).or(Profile.shape.calendar),
  /** As the device. */
  time_zone: z.literal("").transform(() => null).or(Profile.shape.time_zone),
  /** Where the form was. */
  return: z.string().optional(),
});

const YEAR = 365 * 24 * 60 * 60;

/** The language and theme switches, which work without scripts and before signing in. */
export const handler = define.handlers({
  async POST(ctx) {
    const { return: back, ...chosen } = await readForm(ctx.req, Preferences);
    const { actor, app } = ctx.state;
    if (actor) await app.accounts.updateProfile(actor, chosen);
    const headers = new Headers({ location: localPath(back) });
    // Scripts may read these: the theme is switched at once, and the server told after.
    const options = { max_age: YEAR, secure: isSecure(ctx), http_only: false };
    if (chosen.language) headers.append("set-cookie", cookie(LANGUAGE_COOKIE, chosen.language, options));
    if (chosen.theme) headers.append("set-cookie", cookie(THEME_COOKIE, chosen.theme, options));
    return new Response(null, { status: 303, headers });
  },
});
