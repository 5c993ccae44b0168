import type { LineKey, LineParams, Message } from "@/lib/protocol/entities.ts";
import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import type { Raised } from "@/db/conversations.ts";
import * as messages from "@/db/messages.ts";
import * as people from "@/db/people.ts";
import type { Right } from "@/db/standing.ts";
import type { Result, Statement, Store } from "@/db/store.ts";
import type { Grant } from "./access.ts";
import { rowOf } from "./commit.ts";
import { toName, toTime } from "./entities.ts";
import type { KeptParams } from "./entities.ts";

/** People whom one line names; of more it says how many they are. */
const NAMED_MAX = 50;

/** What a line tells. */
export interface Told extends LineParams {
  readonly key: LineKey;
}

/** A line as statements of a batch, and the message that it is once they are committed. */
export interface Line {
  /** The first one is the right: it undoes the batch where that is gone. */
  readonly statements: readonly Statement[];
  /** @param results of the statements */
  read(results: readonly Result[]): Message;
}

/** Who says it, and where. */
export type Speaker = Pick<Grant, "actor" | "user"> & {
  readonly conversation: Pick<Grant["conversation"], "conversation_id" | "workspace_id">;
};

interface Deps {
  readonly store: Store;
  readonly nextId: () => number;
}

/**
 * Lines of the system: what happened in a conversation stands in its stream, as a key with its particulars and
 * never as prose, since each reads it in their own language.
 */
export function createLines({ store, nextId }: Deps) {
  /** A line that is to be said in a conversation that stands already. */
  function say(
    grant: Grant,
    right: Right,
    told: Told,
    { at, client_id }: { at: number; client_id?: string },
  ): Line {
    const { actor, conversation: { conversation_id } } = grant;
    const { statements, message } = begin(grant, told, { at, client_id });
    return {
      statements: [conversations.raiseForLine({ asker: actor, right, conversation_id, at }), ...statements],
      read: ([raised]) => ({ ...message, ...rowOf<Raised>(raised) }),
    };
  }

  /** The line a conversation begins with, in the batch that creates it with `seq` and `version` 1. */
  function begin(
    { actor, user, conversation: { conversation_id, workspace_id } }: Speaker,
    { key, ...params }: Told,
    { at, client_id }: { at: number; client_id?: string },
  ): { statements: readonly Statement[]; message: Message } {
    const id = nextId();
    const kept: KeptParams = { ...params, users: params.users?.map((one) => one.id) };
    const row = {
      ...{ id, conversation_id, workspace_id, author_id: actor.id, client_id: client_id ?? `${id}` },
      ...{ content: key, params: JSON.stringify(kept), created_at: at },
    };
    const logged = {
      ...{ workspace_id, conversation_id, entity: "message", entity_id: id, verb: "created" },
      ...{ actor_id: actor.id, created_at: at },
    };
    const message: Message = {
      ...{ id, conversation: conversation_id, seq: 1, version: 1, client_id: row.client_id },
      ...{ kind: "system", sender: user, content: key, params, timestamp: toTime(at) },
      ...{ is_read: false, is_edited: false, is_deleted: false, is_pinned: false, reply_to: null },
      ...{ reactions: [], mentions: [], attachments: [], source: { kind: "app", name: null } },
    };
    return { statements: [messages.insertLine(row), changes.append(logged)], message };
  }

  /** Some people as a line names them. */
  async function name(ids: readonly number[]): Promise<Required<Pick<LineParams, "users" | "count">>> {
    const named = ids.slice(0, NAMED_MAX);
    const rows = named.length === 0 ? [] : await store.all(people.named(named));
    const of = new Map(rows.map((row) => [row.person_id, toName(row)]));
    return { users: named.flatMap((id) => of.get(id) ?? []), count: ids.length };
  }

  return { say, begin, name };
}

export type Lines = ReturnType<typeof createLines>;
