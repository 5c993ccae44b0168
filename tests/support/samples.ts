import type { Message, User } from "@/lib/protocol/entities.ts";

/** Somebody, where it matters little who. */
export function sampleUser(more: Partial<User> = {}): User {
  return {
    id: 7,
    username: "leila",
    first_name: "لیلا",
    last_name: "",
    profile_picture: null,
    score: 0,
    rank: null,
    role: "member",
    in_game_ids: [],
    ...more,
  };
}

/** A plain message of hers that nothing has happened to. */
export function sampleMessage(more: Partial<Message> = {}): Message {
  return {
    id: 12,
    conversation: 1,
    seq: 3,
    version: 3,
    client_id: "c-1",
    kind: "text",
    sender: sampleUser(),
    content: "سلام",
    timestamp: "2026-11-18T06:56:00.000Z",
    is_read: false,
    is_edited: false,
    is_deleted: false,
    reply_to: null,
    reactions: [],
    mentions: [],
    params: null,
    is_pinned: false,
    attachments: [],
    source: { kind: "app", name: null },
    ...more,
  };
}
