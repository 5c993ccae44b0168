/** What runs for every message, page or socket finds its rows by an index, at any size of the database. */
import assert from "node:assert/strict";
import * as attachments from "./attachments.ts";
import * as conversations from "./conversations.ts";
import * as files from "./files.ts";
import * as guests from "./guests.ts";
import * as tickets from "./tickets.ts";
import * as memberships from "./memberships.ts";
import * as messages from "./messages.ts";
import * as mentions from "./mentions.ts";
import * as participants from "./participants.ts";
import * as people from "./people.ts";
import * as pins from "./pins.ts";
import * as reactions from "./reactions.ts";
import * as reads from "./reads.ts";
import * as reports from "./reports.ts";
import * as search from "./search.ts";
import * as settings from "./settings.ts";
import * as sites from "./sites.ts";
import { findShown, findStanding } from "./standing.ts";
import type { Ground } from "./standing.ts";
import type { Query, Store } from "./store.ts";
import { temporaryDatabase } from "./testing/database.ts";

const asker = { id: 1, workspace_id: 2 };
const row = { conversation_id: 3, workspace_id: 2 };
const site = { id: 7, workspace_id: 2 };

interface Hot {
  readonly query: Query;
  /** Indexes that must be used, beside the primary keys. */
  readonly by?: readonly string[];
  /** It sorts what it found: allowed where that is little. */
  readonly sorts?: true;
}

const BY_SEQ = "sqlite_autoindex_messages_2";
const BY_PERSON = "sqlite_autoindex_memberships_1";
const BY_NAME = "sqlite_autoindex_users_2";
const OF_MESSAGE = "sqlite_autoindex_reactions_1";
const reaction = { id: 6, message_id: 5, actor_id: 1, workspace_id: 2, created_at: 4 };
const calling = { message_id: 5, at: 4 };
const IN_CONVERSATION = "sqlite_autoindex_participants_1";

const HOT: Readonly<Record<string, Hot>> = {
  findStanding: { query: findStanding(asker, 3, 4), by: [BY_PERSON, IN_CONVERSATION] },
  "guests.find": { query: guests.find(1, 2) },
  "guests.findByKey": { query: guests.findByKey(2, "x"), by: ["sqlite_autoindex_guests_1"] },
  "guests.findByExternalId": { query: guests.findByExternalId(2, "x"), by: ["sqlite_autoindex_guests_2"] },
  "guests.findByTicket": { query: guests.findByTicket("x", 4) },
  "guests.lastSeenBefore": {
    query: guests.lastSeenBefore(9, { last_seen_at: 1, id: 2 }, 200),
    by: ["guests_by_last_visit"],
  },
  "guests.placeOf": { query: guests.placeOf(1), by: ["tickets_of_visitor"] },
  "tickets.findOpen": { query: tickets.findOpen(asker), by: ["tickets_of_visitor"] },
  "messages.find": { query: messages.find(asker, 5) },
  "messages.findAll": { query: messages.findAll(asker, [5, 6, 7]) },
  "messages.findSent": { query: messages.findSent(asker, "x"), by: ["sqlite_autoindex_messages_1"] },
  "messages.quoted": { query: messages.quoted(3, 5) },
  "the newest page": { query: messages.history(3, { limit: 51, system: true }), by: [BY_SEQ] },
  "an older page": {
    query: messages.history(3, { limit: 51, below_seq: 9, system: false }),
    by: [BY_SEQ],
  },
  "a newer page": {
    query: messages.history(3, { limit: 51, above_seq: 9, system: true }),
    by: [BY_SEQ],
  },
  "a newer page without system lines": {
    query: messages.history(3, { limit: 51, above_seq: 9, system: false }),
    by: [BY_SEQ],
  },
  "messages.seqOf": { query: messages.seqOf(3, 5) },
  "messages.firstFrom": { query: messages.firstFrom(3, 7), by: [BY_SEQ] },
  "messages.systemLinesAbove": { query: messages.systemLinesAbove(3, 100, 50), by: ["messages_of_system"] },
  "messages.changedAfter": { query: messages.changedAfter(3, 9, 201), by: ["messages_by_version"] },
  "messages.insert": {
    query: messages.insert({
      ...row,
      id: 1,
      author_id: 1,
      client_id: "x",
      content: "x",
      reply_to: null,
      attachment_count: 0,
      created_at: 1,
    }),
  },
  "messages.keepHistory": {
    query: messages.keepHistory({ id: 1, message_id: 5, workspace_id: 2, replaced_at: 1, replaced_by: 1 }),
  },
  "messages.edit": { query: messages.edit(3, 5, "x", 4) },
  "messages.remove": { query: messages.remove(3, 5, 1, 4) },
  "messages.countAttachment": { query: messages.countAttachment(3, 5, 10) },
  "attachments.ofMessages": {
    query: attachments.ofMessages([5, 6]),
    by: ["sqlite_autoindex_attachments_1"],
  },
  "attachments.ofMessage": { query: attachments.ofMessage(5), by: ["sqlite_autoindex_attachments_1"] },
  "attachments.findSent": { query: attachments.findSent(5, "x"), by: ["sqlite_autoindex_attachments_2"] },
  "attachments.placesOf": { query: attachments.placesOf(7), by: ["attachments_by_file"] },
  "attachments.removeOf, the files": { query: attachments.removeOf(5, 4)[0]!, by: ["attachments_by_file"] },
  "attachments.removeOf": { query: attachments.removeOf(5, 4)[1]! },
  "files.find": { query: files.find({ id: 7 }) },
  "files.usedBy": { query: files.usedBy(1), by: ["files_by_owner"] },
  "files.released": { query: files.released(100), by: ["files_released"] },
  "files.releasePictures": { query: files.releasePictures(asker, 7, 4), by: ["files_by_owner"] },
  "files.known": { query: files.known([7, 8]) },
  "conversations.findByKey": { query: conversations.findByKey(2, "global") },
  // Sorts one's own conversations, not everybody's.
  "conversations.listOwn": {
    query: conversations.listOwn(asker, 200),
    by: ["participants_by_actor", BY_SEQ, "mentions_by_actor", "sqlite_autoindex_conversation_settings_1"],
    sorts: true,
  },
  "conversations.stateFor": {
    query: conversations.stateFor(asker, 3, 9),
    by: [BY_SEQ, "mentions_by_actor", "sqlite_autoindex_conversation_settings_1"],
  },
  "conversations.participantsOf": {
    query: conversations.participantsOf([3, 4], 100),
    by: [IN_CONVERSATION],
    sorts: true,
  },
  "conversations.participantIds": { query: conversations.participantIds(3), by: [IN_CONVERSATION] },
  "conversations.leastRead": { query: conversations.leastRead(3), by: [IN_CONVERSATION], sorts: true },
  "conversations.listAll": {
    query: conversations.listAll(asker, { offset: 50, limit: 50 }),
    by: ["conversations_by_activity", IN_CONVERSATION, BY_SEQ],
    sorts: true,
  },
  "participants.among": { query: participants.among(3, [5, 6]), by: [IN_CONVERSATION] },
  "participants.fit": { query: participants.fit(3, 1000), by: [IN_CONVERSATION] },
  // Sorts the people of one group.
  "participants.succeed": {
    query: participants.succeed(3, 4),
    by: [IN_CONVERSATION, BY_PERSON],
    sorts: true,
  },
  "participants.list": {
    query: participants.list(3, { name: "", username: "" }, { limit: 51 }),
    by: [IN_CONVERSATION, BY_PERSON],
    sorts: true,
  },
  "participants.beginReading": { query: participants.beginReading(3, 2, [5], 4) },
  "files.releasePicturesOf": { query: files.releasePicturesOf(3, 7, 4), by: ["files_of_conversation"] },
  "people.named": { query: people.named([5, 6, 7]) },
  // Sorts the reactions of one page.
  "reactions.of": {
    query: reactions.of([5, 6, 7]),
    by: ["sqlite_autoindex_reaction_counts_1", "reactions_by_emoji"],
    sorts: true,
  },
  "reactions.own": { query: reactions.own(1, [5, 6]), by: [OF_MESSAGE] },
  "reactions.countsOf": { query: reactions.countsOf(5), by: ["sqlite_autoindex_reaction_counts_1"] },
  ...each("reactions.vote", reactions.vote({ ...reaction, emoji: "like" })),
  ...each("reactions.add", reactions.add({ ...reaction, emoji: "😀" }, { most: 20, most_own: 8 })),
  ...each("reactions.remove", reactions.remove({ ...reaction, emoji: "like", is_vote: true })),
  "reactions.score": {
    query: reactions.score({ workspace_id: 2, author_id: 1, message_id: 5, actor_id: 4, weight: 1 }),
    by: [BY_PERSON, OF_MESSAGE],
  },
  "messages.stamp": { query: messages.stamp(3, 5) },
  "mentions.insert for everybody": {
    query: mentions.insert("global", ["leila", "arash"], calling),
    by: [BY_NAME],
  },
  "mentions.insert for participants": {
    query: mentions.insert("group", ["leila"], calling),
    by: [BY_NAME, IN_CONVERSATION],
  },
  "mentions.insert for participants and agents": {
    query: mentions.insert("ticket", ["leila"], calling),
    by: [BY_NAME, IN_CONVERSATION],
  },
  "mentions.of": { query: mentions.of([5, 6, 7]), by: ["sqlite_autoindex_mentions_1"] },
  "mentions.clear": { query: mentions.clear({ message_id: 5 }), by: ["sqlite_autoindex_mentions_1"] },
  "pins.list": { query: pins.list(3, 50), by: ["messages_pinned"], sorts: true },
  "pins.count": { query: pins.count(3), by: ["messages_pinned"] },
  "pins.pin": {
    query: pins.pin({ conversation_id: 3, id: 5, by: 1, at: 4, most: 50 }),
    by: ["messages_pinned"],
  },
  "reports.list": { query: reports.list(2, { limit: 50 }), by: ["reports_by_workspace"] },
  "reports.list open": {
    query: reports.list(2, { status: "open", before: 9, limit: 50 }),
    by: ["reports_by_status"],
  },
  "reports.ofReporter": { query: reports.ofReporter(1, 5), by: ["sqlite_autoindex_reports_1"] },
  "settings.mute": { query: settings.mute({ ...row, actor_id: 1, muted_until: 9, updated_at: 4 }) },
  "messages.historyOf": { query: messages.historyOf(asker, 5, 200), by: ["message_history_by_message"] },
  "people.findMember": { query: people.findMember(2, 1), by: [BY_PERSON] },
  "reads.advance": { query: reads.advance({ ...row, actor_id: 1, seq: 1, updated_at: 1 }) },
  "people.find": { query: people.find(2, 1) },
  "people.listMembers": {
    query: people.listMembers(2, { name: "le", username: "le" }, { limit: 50 }, 4),
    by: ["memberships_by_name"],
  },
  "people.listMembers behind a place": {
    query: people.listMembers(
      2,
      { name: "", username: "" },
      { after: { name_order: "le", user_id: 1 }, limit: 50 },
      4,
    ),
    by: ["memberships_by_name"],
  },
  "people.listMembers among some": {
    query: people.listMembers(2, { name: "", username: "", among: [5, 6, 7] }, { limit: 50 }, 4),
    by: [BY_PERSON],
    sorts: true,
  },
  "people.countMembers": { query: people.countMembers(2, 4), by: [BY_PERSON] },
  "memberships.isWelcome": { query: memberships.isWelcome(2, 1, 4), by: [BY_PERSON] },
  "search.some": { query: search.some([5, 6]) },
  "search.before": { query: search.before(5, 24) },
  "search.joinedBy": { query: search.joinedBy(asker, 1000), by: ["participants_by_actor"] },
  "search.rooms": {
    query: search.rooms(asker, Array.from({ length: 20 }, (_, at) => at)),
    by: ["PRIMARY KEY"],
  },
  "sites.known": { query: sites.known("site_key", "pk_x"), by: ["sqlite_autoindex_sites_2"] },
  "sites.known by its secret": { query: sites.known("secret_hash", "x"), by: ["sqlite_autoindex_sites_3"] },
  "sites.countMessages": { query: sites.countMessages(site, { from: 5 }), by: ["messages_by_source"] },
  "sites.countInGlobal": { query: sites.countInGlobal(site, { from: 5 }), by: ["messages_by_source"] },
  "sites.lastMessage": { query: sites.lastMessage(site), by: ["messages_by_source"] },
  "sites.countGuests": { query: sites.countGuests(7, { from: 5 }), by: ["guests_by_site"] },
  "sites.countSeen": { query: sites.countSeen(7, 5), by: ["guests_by_visit"] },
  "sites.list": { query: sites.list(2, { limit: 50 }), by: ["sites_by_workspace"] },
  "the messages of a workspace from outside": {
    query: messages.overlooked(asker, { source: "site", limit: 51 }),
    by: ["messages_from_outside"],
  },
  "the messages of a workspace from one site": {
    query: messages.overlooked(asker, { source_id: 7, source: "site", limit: 51 }),
    by: ["messages_by_source"],
  },
  "the messages of a workspace in one conversation": {
    query: messages.overlooked(asker, { conversation_id: 3, limit: 51 }),
    by: [BY_SEQ],
  },
  "people.agents": { query: people.agents(2, 4, 200), by: ["memberships_of_agents"] },
  findShown: { query: findShown(7), by: ["sqlite_autoindex_conversations_1"] },
  ...raises(),
};

function each(name: string, statements: readonly Query[]): Record<string, Hot> {
  return Object.fromEntries(statements.map((query, index) => [`${name}, statement ${index}`, { query }]));
}

function raises(): Record<string, Hot> {
  const grounds: Ground[] = ["member", "participant", "leader", "owner", "agent", "staff"];
  const found: Record<string, Hot> = {};
  for (const ground of grounds) {
    const by = ["participant", "leader", "owner"].includes(ground)
      ? [IN_CONVERSATION, BY_PERSON]
      : [BY_PERSON];
    for (const voice of ["needed", "not needed"] as const) {
      const act = { asker, right: { ground, voice }, conversation_id: 3, at: 4 };
      found[`raiseForMessage ${ground}, voice ${voice}`] = {
        query: conversations.raiseForMessage(act, 5),
        by,
      };
      found[`raiseForLine ${ground}, voice ${voice}`] = { query: conversations.raiseForLine(act), by };
      found[`stands ${ground}, voice ${voice}`] = { query: conversations.stands(act), by };
      found[`raiseForChange ${ground}, voice ${voice}`] = { query: conversations.raiseForChange(act), by };
    }
  }
  return found;
}

async function planOf(store: Store, { sql, parameters }: Query): Promise<string[]> {
  const rows = await store.all<{ detail: string }>({ sql: `explain query plan ${sql}`, parameters });
  return rows.map(({ detail }) => detail);
}

Deno.test("every hot query finds its rows by an index", async (t) => {
  await using database = temporaryDatabase();
  for (const [name, { query, by = [], sorts = false }] of Object.entries(HOT)) {
    await t.step(name, async () => {
      const plan = await planOf(database.store, query);
      const all = plan.join("\n");
      for (const step of plan) {
        // Going through a subquery's own rows is no search of a table.
        const own = /^SCAN (CONSTANT ROW|\d+|o|p|lines|counted|\(subquery.*)$/.test(step);
        assert(own || !step.startsWith("SCAN"), `${step} in\n${all}`);
        assert(!/AUTOMATIC/.test(step), `${step} in\n${all}`);
        assert(sorts || !/TEMP B-TREE/.test(step), `${step} in\n${all}`);
      }
      for (const index of by) assert(all.includes(index), `not by ${index}:\n${all}`);
    });
  }
});

Deno.test("a plan that reads a whole table is noticed", async () => {
  await using database = temporaryDatabase();
  const plan = await planOf(database.store, {
    sql: "select * from messages where content = 'x'",
    parameters: [],
  });
  assert(plan.some((step) => step.startsWith("SCAN messages")));
});
