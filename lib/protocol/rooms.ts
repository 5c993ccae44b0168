import { z } from "zod";
import { NAME_MAX, printable } from "./accounts.ts";
import { ClientId, isVisible } from "./content.ts";
import { Id, RoomRole } from "./entities.ts";
import type { ErrorCode } from "./errors.ts";

/** The message a schema gives when it refuses: a code that every language has a sentence for. */
const code = (value: ErrorCode): string => value;

/** People of one group, its owner among them. */
export const GROUP_MAX = 1000;
/** Longest topic, in code points. */
export const TOPIC_MAX = 250;

const RoomName = z.string().max(1000, code("name_too_long")).transform(printable)
  .refine(isVisible, code("name_empty"))
  .refine((text) => [...text].length <= NAME_MAX, code("name_too_long"));

/** What is blank, and null, takes the topic away. */
const Topic = z.string().max(2000, code("topic_too_long")).transform(printable)
  .refine((text) => [...text].length <= TOPIC_MAX, code("topic_too_long"))
  .transform((text) => isVisible(text) ? text : null).nullable();

const UserIds = z.array(Id).max(GROUP_MAX, code("group_full"));

/** `POST /api/rooms`. */
export const CreateRoom = z.object({
  name: RoomName,
  members: UserIds.default([]),
  client_id: ClientId.optional(),
});

/** `PATCH /api/rooms/{id}`: what is left out stays as it is. */
export const ChangeRoom = z.object({ name: RoomName.optional(), topic: Topic.optional() });

/** `POST /api/rooms/{id}/members`: several, or one. */
export const AddMembers = z.object({ members: UserIds.optional(), user_id: Id.optional() })
  .transform(({ members = [], user_id }) => user_id === undefined ? members : [...members, user_id])
  .refine((ids) => ids.length > 0, { error: code("invalid_input"), path: ["members"] });

/** `PATCH /api/rooms/{id}/members/{user_id}`; `owner` hands the group over. */
export const ChangeMember = z.object({ role: RoomRole });

/** `?after=`: the place one goes on behind, as the address of a next page has it. */
const After = z.string().regex(/^[0-2]~\d{1,16}~[^]{0,200}$/u).transform((text) => {
  const [standing, user_id] = text.split("~", 2);
  const name_order = text.slice(standing!.length + user_id!.length + 2);
  return { standing: Number(standing), user_id: Number(user_id), name_order };
});

/** Query of the people of a group. */
export const MembersQuery = z.object({
  q: z.string().max(100).default(""),
  after: After.optional(),
  limit: z.coerce.number().int().positive().default(50).transform((limit) => Math.min(limit, 100)),
});

export type CreateRoom = z.infer<typeof CreateRoom>;
export type ChangeRoom = z.infer<typeof ChangeRoom>;
export type MembersQuery = z.infer<typeof MembersQuery>;
