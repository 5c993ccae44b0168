import type { Context } from "fresh";
import type { ChatProps } from "@/islands/Chat.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { defaultCalendar } from "@/lib/i18n/dates.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Grant } from "@/lib/chat/access.ts";
import { keepsReceipts } from "@/lib/chat/reads.ts";
import { toEntry } from "@/lib/realtime/client/entries.ts";
import { toPin } from "@/lib/realtime/client/pinned.ts";
import { loadWindow } from "./chat_window.ts";
import type { WindowQuery } from "./chat_window.ts";
import { peoplePage } from "./people.ts";
import type { PresentUser } from "@/lib/protocol/answers.ts";
import { requireActor } from "./session.ts";
import type { State } from "./state.ts";
import { withReader } from "./there.ts";
import { zoneFor } from "./zone.ts";

/** Members that come with the page: those who are there, and where these are all, as many of the others. */
const MEMBERS = 40;
/** Conversations that come with the page; the others follow with the connection. */
const LISTED = 60;
/** People of a conversation that are named in its page. */
const NAMED = 50;

export interface ChatQuery extends WindowQuery {
  readonly view: ChatProps["view"];
  /** The conversation that is shown: the room of everybody unless told. */
  readonly conversation_id?: number;
  /** Id of the room of everybody, where it is known already. */
  readonly global_id?: number;
  /** Id of a message that somebody was given the address of: the page around it. */
  readonly m?: number;
}

/** Everything the chat page shows. @throws AppError `not_found` for a conversation the asker may not read */
export async function loadChat(ctx: Context<State>, query: ChatQuery): Promise<ChatProps> {
  const { app, locale, theme } = ctx.state;
  const actor = requireActor(ctx);
  const { chat, realtime, accounts } = app;
  const { global_id = await chat.conversations.globalId(actor) } = query;
  const { conversation_id = global_id } = query;
  const square = await chat.access.toRead(actor, global_id);
  const is_square = conversation_id === global_id;
  const grant = is_square ? square : await chat.access.toRead(actor, conversation_id);
  const { room, goal } = await openRoom(ctx, grant, query);
  const where = await realtime.whereabouts(square);
  const there = await peoplePage(app, actor, { q: "", is_online: true, limit: MEMBERS });
  const others = there.next === null
    ? await peoplePage(app, actor, { q: "", is_online: false, limit: MEMBERS })
    : { people: [], next: "" };
  const me = await accounts.me(actor);
  const own = await chat.conversations.list(actor, { limit: LISTED });
  // A copy, since the room holds the same: what stands in the data twice is no plain JSON.
  const first = is_square ? structuredClone(room.conversation) : await chat.conversations.getFor(square);
  return {
    session: withReader({
      me: square.user,
      notifications: me.notifications,
      global_id,
      conversations: [first, ...own].map(toEntry),
      build: app.build,
      upload_max_mb: app.config.upload_max_mb,
      members_count: where.members_count,
      online_count: where.online_count,
      online_ids: where.online_ids,
      away_ids: where.away_ids,
      members: [...there.people, ...others.people].map(toMember),
      next_online: there.next,
      next_offline: others.next,
    }, square.user),
    room,
    dates: {
      locale,
      calendar: me.calendar ?? defaultCalendar(locale),
      timeZone: zoneFor(ctx, me),
    },
    zone_chosen: me.time_zone !== null,
    theme,
    // The name it was born with is Peyk's own, which each language spells its way.
    workspace_name: me.workspace.name === "Peyk" ? chatText(locale).appName : me.workspace.name,
    now: app.now(),
    view: query.view,
    goal,
  };
}

export interface RoomQuery extends WindowQuery {
  readonly conversation_id: number;
  /** As in {@link ChatQuery}. */
  readonly m?: number;
}

/** One conversation as a page begins with it. @throws AppError `not_found` */
export async function loadRoom(
  ctx: Context<State>,
  { conversation_id, ...query }: RoomQuery,
): Promise<Opening> {
  const grant = await ctx.state.app.chat.access.toRead(requireActor(ctx), conversation_id);
  return await openRoom(ctx, grant, query);
}

/** The same for whoever was let in already. What is committed since then is asked for with the connection. */
async function openRoom(
  ctx: Context<State>,
  grant: Grant,
  { m, ...asked }: Omit<RoomQuery, "conversation_id">,
): Promise<Opening> {
  const { chat } = ctx.state.app;
  const goal = m === undefined ? null : await goalOf(ctx, grant.conversation.conversation_id, m);
  const page = await loadWindow(chat.history, grant, typeof goal === "number" ? { seq: goal } : asked);
  const conversation = await chat.conversations.getFor(grant);
  return {
    room: {
      conversation: { ...conversation, participants: conversation.participants.slice(0, NAMED) },
      ...page,
      pins: (await chat.pins.listFor(grant)).map(toPin),
      receipts: keepsReceipts(conversation.kind) ? await chat.reads.listFor(grant) : null,
      is_beginning: conversation.kind === "global" && grant.conversation.read_seq === null,
    },
    goal,
  };
}

/** What a room is opened with, as a page or as JSON. */
export type Opening = Pick<ChatProps, "room" | "goal">;

/** Where the message stands that an address names; "gone" for what its reader cannot find in this room. */
async function goalOf(ctx: Context<State>, conversation_id: number, id: number): Promise<ChatProps["goal"]> {
  try {
    const message = await ctx.state.app.chat.messages.get(requireActor(ctx), id);
    return message.conversation === conversation_id ? message.seq : "gone";
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return "gone";
    throw error;
  }
}

function toMember({ status, last_seen_at, is_online: _, ...user }: PresentUser) {
  return { user, status, last_seen_at };
}
