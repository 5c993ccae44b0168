import { z } from "zod";
import { ConversationKind, Id, Message, UserBrief } from "./entities.ts";

/** Characters of a search. */
export const SEARCH_MAX = 200;

/** Where a message was found. `participants` name a direct conversation, and are empty elsewhere. */
export const SearchRoom = z.object({
  id: Id,
  kind: ConversationKind,
  name: z.string().nullable(),
  picture: z.string().nullable(),
  participants: z.array(UserBrief.extend({ first_name: z.string(), last_name: z.string() })),
});

/** A message as a search shows it. */
export const FoundMessage = z.object({
  ...Message.shape,
  /** Places in `content` that were looked for, in UTF-16 units; the second is behind it. */
  matches: z.array(z.tuple([z.int(), z.int()])),
  room: SearchRoom,
});

const Day = z.iso.date().transform((text) => Date.parse(`${text}T00:00:00Z`));
const Moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)).or(Day);
const IdParam = z.coerce.number().pipe(Id);

/** `GET /api/search`. Words that are too many are refused where they are counted. */
export const SearchQuery = z.object({
  q: z.string().default(""),
  from: IdParam.optional(),
  conversation_id: IdParam.optional(),
  /** A moment, or a day: its midnight in UTC. From `after` on, and before `before`. */
  after: Moment.optional(),
  before: Moment.optional(),
  has: z.union([z.array(z.string()), z.string().transform((text) => text.split(","))])
    .pipe(z.array(z.enum(["image", "file", "link"])).max(3)).optional(),
  source: z.string().regex(/^[a-z0-9_-]{1,40}$/i).optional(),
  /** Id of the last result of the page before. */
  cursor: IdParam.optional(),
  limit: z.coerce.number().int().positive().default(20).transform((limit) => Math.min(limit, 50)),
});

/** The answer: newest first, and the address of the next page. */
export const SearchResults = z.object({ results: z.array(FoundMessage), next: z.string().nullable() });

export type SearchRoom = z.infer<typeof SearchRoom>;
export type FoundMessage = z.infer<typeof FoundMessage>;
export type SearchQuery = z.infer<typeof SearchQuery>;
export type SearchResults = z.infer<typeof SearchResults>;
