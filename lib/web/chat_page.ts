import type { Context } from "fresh";
import type { ChatProps } from "@/islands/Chat.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { defaultCalendar, isTimeZone } from "@/lib/i18n/dates.ts";
import { readCookie } from "./cookies.ts";
import { requireActor } from "./session.ts";
import type { State } from "./state.ts";

/** Messages that come with the page. */
const FIRST_PAGE = 50;
/** Written by the browser: its IANA time zone. */
const ZONE_COOKIE = "peyk_zone";
/** Members that come with the page. */
const MEMBERS = 100;
/** Of those online, how many come beside them whose names stand further down. */
const ONLINE_BEYOND = 50;

export interface ChatQuery {
  readonly view: ChatProps["view"];
  /** Id of a message: the page above it, for those without scripts. */
  readonly before?: number;
}

/** Everything the chat page shows, for the global room of whoever asks. */
export async function loadChat(ctx: Context<State>, { view, before }: ChatQuery): Promise<ChatProps> {
  const { app, locale, theme } = ctx.state;
  const actor = requireActor(ctx);
  const { chat, realtime, accounts } = app;
  const id = await chat.conversations.globalId(actor);
  const { conversation, user } = await chat.access.toRead(actor, id);
  const page = await chat.history.page(actor, id, { before, limit: FIRST_PAGE });
  const where = await realtime.whoIsIn(actor, id);
  const members = await chat.people.list(actor, { limit: MEMBERS });
  const listed = new Set(members.map(({ user }) => user.id));
  const beyond = where.online_ids.filter((id) => !listed.has(id)).slice(0, ONLINE_BEYOND);
  const others = await Promise.all(
    beyond.map((id) => chat.people.get({ id, workspace_id: actor.workspace_id }).catch(() => null)),
  );
  const me = await accounts.me(actor);
  return {
    start: {
      me: user,
      conversation: {
        id,
        version: conversation.version,
        seq: conversation.seq,
        read_seq: conversation.read_seq ?? conversation.seq,
      },
      messages: page.messages.reverse(),
      has_older: page.more,
      build: app.build,
      members_count: where.members_count,
      online_count: where.online_count,
      online_ids: where.online_ids,
      members: [
        ...members.map(({ user, last_seen_at }) => ({
          user,
          last_seen_at: last_seen_at === null ? null : new Date(last_seen_at).toISOString(),
        })),
        ...others.filter((user) => user !== null).map((user) => ({ user, last_seen_at: null })),
      ],
    },
    dates: {
      locale,
      calendar: me.calendar ?? defaultCalendar(locale),
      timeZone: me.time_zone ?? zoneOf(ctx) ?? me.workspace.time_zone,
    },
    theme,
    // The name it was born with is Peyk's own, which each language spells its way.
    workspace_name: me.workspace.name === "Peyk" ? chatText(locale).appName : me.workspace.name,
    now: app.now(),
    view,
    is_past: before !== undefined,
  };
}

/** The zone the browser told of on an earlier visit. */
function zoneOf({ req }: Context<State>): string | null {
  const zone = readCookie(req.headers, ZONE_COOKIE);
  return zone !== null && isTimeZone(zone) ? zone : null;
}
