import type { Conversation, Message } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { GROUP_MAX } from "@/lib/protocol/rooms.ts";
import { filePath } from "@/lib/protocol/uploads.ts";
import * as audit from "@/db/audit.ts";
import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import * as files from "@/db/files.ts";
import type { NewFile } from "@/db/files.ts";
import * as memberships from "@/db/memberships.ts";
import type { Right } from "@/db/standing.ts";
import { ExpectationFailed, UniqueViolation } from "@/db/store.ts";
import type { Result, Statement, Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import { rowsOf, twice } from "./commit.ts";
import type { Commit } from "./commit.ts";
import type { Conversations } from "./conversations.ts";
import type { Emit, EventPlace } from "./events.ts";
import type { Line, Lines, Told } from "./lines.ts";
import type { People } from "./people.ts";

/** A group somebody wants to open; the name is validated at the edge. */
export interface GroupDraft {
  readonly name: string;
  /** Ids of members of the workspace, beside oneself. */
  readonly members: readonly number[];
  /** The same one again gives the first group and creates nothing. */
  readonly client_id?: string;
}

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly access: Access;
  readonly people: People;
  readonly conversations: Conversations;
  readonly lines: Lines;
  readonly commit: Commit;
  readonly emit: Emit;
}

/** Groups: rooms that people open for some of them, with roles of their own. */
export function createGroups(deps: Deps) {
  const { store, now, nextId, access, people, lines, commit, emit } = deps;

  /**
   * Opens a group that the actor owns. All its people are in it, or there is none.
   * @throws AppError `not_found` for one who is no member or banned, `group_full`, `muted`, `unavailable`
   */
  async function create(actor: Actor, { name, members, client_id }: GroupDraft): Promise<Conversation> {
    if (actor.kind !== "member") throw new AppError("forbidden");
    const others = [...new Set(members)].filter((id) => id !== actor.id);
    if (others.length >= GROUP_MAX) throw new AppError("group_full", { max: GROUP_MAX }, "members");
    const { workspace_id } = actor;
    const unique_key = client_id === undefined ? null : `room:${actor.id}:${client_id}`;
    const id = await findFirst(actor, unique_key) ?? await open();
    return await deps.conversations.get(actor, id);

    async function open(): Promise<number> {
      const id = nextId(), at = now();
      const all = [actor.id, ...others];
      const speaker = {
        ...{ actor, user: await people.get(actor) },
        conversation: { conversation_id: id, workspace_id },
      };
      const told: Told = { key: "group_created", name, ...await lines.name(others) };
      const line = lines.begin(speaker, told, { at });
      const place: EventPlace = { id, kind: "group", workspace_id };
      const right = [
        memberships.hasVoice(workspace_id, actor.id, at),
        memberships.areWelcome(workspace_id, all, at),
      ];
      return await commit([
        ...right,
        conversations.insert({
          ...{ id, workspace_id, kind: "group", name, unique_key, created_by: actor.id, created_at: at },
          ...{ seq: 1, version: 1, system_count: 1, last_activity_at: at },
        }),
        conversations.addParticipants(all.map((actor_id) => ({
          ...{ conversation_id: id, workspace_id, actor_id, joined_at: at },
          role: actor_id === actor.id ? "owner" : "member",
        }))),
        logged(speaker, "created", at),
        ...line.statements,
      ], () => {
        for (const actor_id of all) emit({ type: "joined", conversation: place, actor_id });
        emit({ type: "message", conversation: place, message: line.message });
        return id;
      }).catch(async (error) => {
        if (error instanceof UniqueViolation && error.on("conversations.unique_key")) {
          const first = await findFirst(actor, unique_key);
          // It was opened under that name, and is no more.
          if (first === null) throw new AppError("conflict", {}, "client_id");
          return first;
        }
        if (!(error instanceof ExpectationFailed)) throw error;
        throw error.index === 0 ? new AppError("muted") : new AppError("not_found", {}, "members");
      });
    }
  }

  async function findFirst({ workspace_id }: Actor, unique_key: string | null): Promise<number | null> {
    if (unique_key === null) return null;
    return (await store.get(conversations.findByKey(workspace_id, unique_key)))?.id ?? null;
  }

  /** The groups the actor is in, newest activity first. */
  function list(actor: Actor): Promise<Conversation[]> {
    return deps.conversations.list(actor, { kinds: ["group"] });
  }

  /** One group. @throws AppError `not_found` also for a conversation of another kind */
  async function get(actor: Actor, id: number): Promise<Conversation> {
    await find(actor, id);
    return await deps.conversations.get(actor, id);
  }

  /** A group as the actor may see it. @throws AppError `not_found` */
  async function find(actor: Actor, id: number): Promise<Grant> {
    const grant = await access.toRead(actor, id);
    if (grant.conversation.kind !== "group") throw new AppError("not_found");
    return grant;
  }

  /**
   * Gives it another name or topic; what is left out, and what is so already, stays.
   * @throws AppError `not_found`, `forbidden`, `muted`, `conflict`, `unavailable`
   */
  async function describe(
    actor: Actor,
    id: number,
    { name, topic }: { name?: string; topic?: string | null },
  ): Promise<Conversation> {
    await twice(async () => {
      const grant = await find(actor, id);
      const right = access.toRun(grant, "describe");
      const { conversation } = grant;
      const at = now();
      const told: Told[] = [];
      if (name !== undefined && name !== conversation.name) told.push({ key: "group_renamed", name });
      if (topic !== undefined && topic !== conversation.topic) {
        told.push({ key: "topic_changed", topic: topic ?? "" });
      }
      if (told.length === 0) return;
      const said = told.map((one) => lines.say(grant, right, one, { at }));
      await tell(grant, said, [
        conversations.describe(id, {
          ...name !== undefined && { name },
          ...topic !== undefined && { topic },
        }),
        ...recorded(grant, right, "group.describe", at),
      ]);
    });
    return await deps.conversations.get(actor, id);
  }

  /** Asked before a picture is received. @throws AppError `not_found`, `forbidden`, `muted` */
  async function requireDescribable(actor: Actor, id: number): Promise<void> {
    access.toRun(await find(actor, id), "describe");
  }

  /**
   * Gives it a picture whose bytes are on disk, or none.
   * @throws AppError `not_found`, `forbidden`, `muted`, `conflict`, `unavailable`: then the file is not in use
   */
  async function setPicture(
    actor: Actor,
    id: number,
    given: { file: NewFile; name: string } | null,
  ): Promise<Conversation> {
    await twice(async () => {
      const grant = await find(actor, id);
      const right = access.toRun(grant, "describe");
      if (given === null && grant.conversation.conversation_picture === null) return;
      const at = now();
      const picture = given && filePath(given.file.id, given.name);
      await tell(grant, [lines.say(grant, right, { key: "picture_changed" }, { at })], [
        ...given ? [files.insert({ ...given.file, conversation_id: id })] : [],
        files.releasePicturesOf(id, given?.file.id ?? null, at),
        conversations.describe(id, { picture }),
        ...recorded(grant, right, "group.picture", at),
      ]);
    });
    return await deps.conversations.get(actor, id);
  }

  /**
   * Ends a group for all who are in it. What was said stays in the database and is out of everybody's sight.
   * @throws AppError `not_found`, `forbidden`, `conflict`, `unavailable`
   */
  async function dissolve(actor: Actor, id: number): Promise<void> {
    await twice(async () => {
      const grant = await find(actor, id);
      const right = access.toRun(grant, "dissolve");
      const at = now();
      await commit([
        conversations.remove({ asker: actor, right, conversation_id: id, at }),
        conversations.participantIds(id),
        files.releasePicturesOf(id, null, at),
        logged(grant, "deleted", at),
        ...recorded(grant, right, "group.delete", at),
      ], ([, inside]) => {
        const actor_ids = rowsOf<{ actor_id: number }>(inside!).map((row) => row.actor_id);
        emit({ type: "dissolved", conversation: placeOf(grant), actor_ids });
      });
    });
  }

  /**
   * Commits a change of a group with the lines that tell of it, the right foremost. `first` emits what is to
   * be known before the lines are, and gets the results of `statements`.
   */
  function tell(
    grant: Grant,
    said: readonly Line[],
    statements: readonly Statement[],
    first: (results: readonly Result[]) => void = () => {},
  ): Promise<Message[]> {
    const conversation = placeOf(grant);
    const told = said.flatMap((line) => line.statements);
    return commit([...told, logged(grant, "changed", now()), ...statements], (results) => {
      first(results.slice(told.length + 1));
      let from = 0;
      const messages = said.map((line) => line.read(results.slice(from, from += line.statements.length)));
      for (const message of messages) emit({ type: "message", conversation, message });
      emit({ type: "changed", conversation });
      return messages;
    });
  }

  /** Whoever runs a group only as staff of the workspace answers for it. */
  function recorded(
    { actor, conversation: { workspace_id, conversation_id, participant_role } }: Grant,
    { ground }: Right,
    action: string,
    at: number,
    details: Record<string, unknown> = {},
  ): Statement[] {
    if (ground !== "staff" || participant_role === "owner") return [];
    return [audit.append({
      ...{ id: nextId(), workspace_id, actor_id: actor.id, action, entity: "conversation" },
      ...{ entity_id: conversation_id, details: JSON.stringify(details), created_at: at },
    })];
  }

  return { create, list, get, find, describe, requireDescribable, setPicture, dissolve, tell, recorded };
}

export type Groups = ReturnType<typeof createGroups>;

function placeOf({ conversation: { conversation_id: id, kind, workspace_id } }: Grant): EventPlace {
  return { id, kind, workspace_id };
}

function logged(
  { actor, conversation: { conversation_id, workspace_id } }: Pick<Grant, "actor"> & {
    readonly conversation: { readonly conversation_id: number; readonly workspace_id: number };
  },
  verb: string,
  at: number,
): Statement {
  return changes.append({
    ...{ workspace_id, conversation_id, entity: "conversation", entity_id: conversation_id },
    ...{ verb, actor_id: actor.id, created_at: at },
  });
}
