import type { Conversation, RoomMember, RoomRole } from "@/lib/protocol/entities.ts";
import { ask } from "@/lib/realtime/client/ask.ts";

/** What one does with conversations, asked of the server. All throw an Error as `ask` does. */

/** The conversation with somebody: the one there is, or a new one. */
export const openDirect = (recipient_id: number) =>
  ask<Conversation>("POST", "/api/conversations/", { recipient_id });

export interface GroupDraft {
  readonly name: string;
  readonly members: readonly number[];
  /** The same one again opens no second group. */
  readonly client_id: string;
}

export const openGroup = (draft: GroupDraft) => ask<Conversation>("POST", "/api/rooms", draft);

export const describeGroup = (id: number, changes: { name?: string; topic?: string | null }) =>
  ask<Conversation>("PATCH", `/api/rooms/${id}`, changes);

/** @param file null takes the picture away */
export async function setGroupPicture(id: number, file: File | null): Promise<void> {
  const path = `/api/rooms/${id}/picture`;
  if (file === null) return void await ask("DELETE", path);
  const body = new FormData();
  body.append("file", file, file.name);
  const answer = await fetch(path, { method: "PUT", headers: { accept: "application/json" }, body })
    .catch(() => {
      throw new Error("");
    });
  if (!answer.ok) throw new Error((await answer.json().catch(() => null))?.detail ?? "");
}

export const dissolveGroup = (id: number) => ask<null>("DELETE", `/api/rooms/${id}`);

export const addPeople = (id: number, members: readonly number[]) =>
  ask<Conversation>("POST", `/api/rooms/${id}/members`, { members });

/** One's own id leaves. */
export const removePerson = (id: number, user_id: number) =>
  ask<null>("DELETE", `/api/rooms/${id}/members/${user_id}`);

export const giveRole = (id: number, user_id: number, role: RoomRole) =>
  ask<RoomMember>("PATCH", `/api/rooms/${id}/members/${user_id}`, { role });
