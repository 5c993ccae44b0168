import { page } from "fresh";
import { z } from "zod";
import type { SessionLine } from "@/components/settings/SessionRow.tsx";
import Sessions from "@/islands/settings/Sessions.tsx";
import { type DateStyle, defaultCalendar, fullTime, lastSeen } from "@/lib/i18n/dates.ts";
import { deviceOf } from "@/lib/i18n/devices.ts";
import { type SettingsText, settingsText } from "@/lib/i18n/settings/mod.ts";
import type { Session } from "@/lib/protocol/accounts.ts";
import { readForm, readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { zoneFor } from "@/lib/web/zone.ts";
import { Page } from "./(_shared)/Page.tsx";
import { goBack, openSection, shellProps } from "./(_shared)/section.ts";

const Form = z.object({ revoke: z.string() });

export const handler = define.handlers({
  async GET(ctx) {
    const { app, locale } = ctx.state;
    const section = await openSection(ctx);
    const sessions = await app.accounts.listSessions(requireActor(ctx));
    const { calendar } = section.me;
    const dates = {
      locale,
      calendar: calendar ?? defaultCalendar(locale),
      timeZone: zoneFor(ctx, section.me),
    };
    const t = settingsText(locale).sessions;
    const lines = sessions.map((session) => toLine(session, t, dates, app.now()));
    return page({ ...section, sessions: lines.sort((a, b) => Number(b.is_current) - Number(a.is_current)) });
  },

  /** One of them by its id, or `others` for all but this one. */
  async POST(ctx) {
    const { accounts } = ctx.state.app;
    const actor = requireActor(ctx);
    const { revoke } = await readForm(ctx.req, Form);
    if (revoke === "others") {
      await accounts.revokeOtherSessions(actor);
      return goBack(ctx, "sessions", "others");
    }
    await accounts.revokeSession(actor, readId(revoke));
    return goBack(ctx, "sessions", "session");
  },
});

export default define.page<typeof handler>((props) => {
  const shell = shellProps(props, props.data, "sessions");
  const { lead, current, revoke, others, othersHint, othersTitle, othersText, gone, goneAll, only } =
    shell.t.sessions;
  return (
    <Page shell={shell}>
      <p class="pb-3 text-13 text-muted border-b border-line">{lead}</p>
      <Sessions
        sessions={props.data.sessions}
        words={{ current, revoke, others, othersHint, othersTitle, othersText, gone, goneAll, only }}
        live={shell.t.live}
      />
    </Page>
  );
});

function toLine(
  { id, kind, user_agent, ip, created_at, last_used_at, is_current }: Session,
  t: SettingsText["sessions"],
  dates: DateStyle,
  now: number,
): SessionLine {
  const { browser, system } = deviceOf(user_agent);
  const named = t.device(browser && t.browsers[browser], system && t.systems[system]);
  const device = kind === "api" && browser === null ? t.program : named;
  return {
    id,
    device,
    ip,
    is_current,
    kind: kind === "api" ? "program" : system === "android" || system === "ios" ? "phone" : "desktop",
    seen: is_current ? t.thisDevice : lastSeen(dates, last_used_at, now),
    since: t.since(fullTime(dates, created_at)),
    label: t.revokeThis(device),
  };
}
