import type { AdminMessage, AdminMessagesQuery } from "@/lib/protocol/sites.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import * as guests from "@/db/guests.ts";
import * as messages from "@/db/messages.ts";
import * as search from "@/db/search.ts";
import * as sites from "@/db/sites.ts";
import type { Store } from "@/db/store.ts";
import { isStaff } from "./actor.ts";
import type { Actor } from "./actor.ts";
import type { Details } from "./details.ts";
import { toMessage } from "./entities.ts";
import type { Ranks } from "./ranks.ts";
import type { createSearch } from "./search/mod.ts";

/** How the database calls where a message comes from. */
const SOURCES = { external: "site", app: "app" } as const;

interface Deps {
  readonly store: Store;
  readonly details: Details;
  readonly ranks: Ranks;
  readonly search: Pick<ReturnType<typeof createSearch>, "find">;
}

/** A message before it is known where its author wants to be answered. */
type Overlooked = Omit<AdminMessage, "sender_email">;

/** Some messages, newest first, and whether there are older ones. */
interface Seen<Shown = AdminMessage> {
  readonly messages: Shown[];
  readonly more: boolean;
}

interface Narrowed {
  readonly source?: "site" | "app";
  readonly source_id?: number;
  readonly conversation_id?: number;
  readonly author_id?: number;
}

/** What admins see of all that is said in their workspace, wherever. */
export function createOversight({ store, details, ranks, search: { find } }: Deps) {
  /**
   * Messages of the workspace; with `q` those that have its words. What is deleted stands there without its text, and
   * is not found by it.
   * @throws AppError `forbidden` unless staff, `search_too_long`
   */
  async function list(actor: Actor, asked: AdminMessagesQuery): Promise<Seen> {
    if (!isStaff(actor)) throw new AppError("forbidden");
    const { site: site_id, conversation: conversation_id, sender: author_id } = asked;
    const site = site_id === undefined ? undefined : await store.get(sites.find(actor.workspace_id, site_id));
    if (site_id !== undefined && !site) return { messages: [], more: false };
    const source = asked.source && SOURCES[asked.source];
    const narrowed: Narrowed = { source, source_id: site?.id, conversation_id, author_id };
    const seen = await (asked.q ? found : newest)(actor, asked, narrowed);
    return { ...seen, messages: await withEmails(seen.messages) };
  }

  async function withEmails(seen: readonly Overlooked[]): Promise<AdminMessage[]> {
    const outside = new Set(
      seen.filter(({ source }) => source.kind === "site").map(({ sender }) => sender.id),
    );
    const rows = outside.size === 0 ? [] : await store.all(guests.emailsOf([...outside]));
    const emails = new Map(rows.map(({ id, email }) => [id, email]));
    return seen.map((message) => ({ ...message, sender_email: emails.get(message.sender.id) ?? null }));
  }

  async function found(
    actor: Actor,
    { q, before, limit }: AdminMessagesQuery,
    narrowed: Narrowed,
  ): Promise<Seen<Overlooked>> {
    const asked = { text: q!, has: [], before_id: before, limit, ...narrowed };
    const { results, more } = await find(actor, asked);
    const messages = results.map(({ room: { id, kind, name }, matches: _, ...message }) => ({
      ...message,
      conversation: { id, kind, name },
    }));
    return { messages, more };
  }

  async function newest(
    actor: Actor,
    { before, limit }: AdminMessagesQuery,
    narrowed: Narrowed,
  ): Promise<Seen<Overlooked>> {
    // One more than wanted tells whether there are more.
    const rows = await store.all(messages.overlooked(actor, { ...narrowed, before, limit: limit + 1 }));
    const shown = rows.slice(0, limit);
    if (shown.length === 0) return { messages: [], more: false };
    const tiers = await ranks.of(actor.workspace_id);
    const beside = { ...await details.ofMessages(actor, shown), reads: null, tiers };
    const rooms = await store.all(search.rooms(actor, [...new Set(shown.map((row) => row.conversation_id))]));
    const places = new Map(rooms.map(({ id, kind, name }) => [id, { id, kind, name }]));
    return {
      messages: shown.map((row) => ({
        ...toMessage(row, beside),
        conversation: places.get(row.conversation_id)!,
      })),
      more: rows.length > limit,
    };
  }

  return { list };
}
