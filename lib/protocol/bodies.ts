import { z } from "zod";
import { Caption, ClientId, Content } from "./content.ts";
import { Id, ReportReason, ReportStatus } from "./entities.ts";

/** `POST /api/messages/`: to a person, to a conversation, or with neither to the global room. */
export const SendMessage = z.object({
  content: Content,
  recipient_id: Id.optional(),
  conversation_id: Id.optional(),
  client_id: ClientId.optional(),
  reply_to: Id.nullish(),
});

/** `POST /api/conversations/`: the conversation with somebody. */
export const OpenDirect = z.object({ recipient_id: Id });

/** `PUT` and `PATCH /api/messages/{id}/`. Whether it may be empty depends on the message. */
export const EditMessage = z.object({ content: Caption });
export const PatchMessage = z.object({ content: Caption.optional() });

/** `POST /api/conversations/{id}/read`. */
export const MarkRead = z.object({ seq: z.int().nonnegative() });

/** `PUT /api/conversations/{id}/mute`: until a time to come, or without an end. */
export const Mute = z.object({ until: z.iso.datetime({ offset: true }).nullish() });

/** `POST /api/messages/{id}/reports`. */
export const ReportMessage = z.object({
  reason: ReportReason,
  text: z.string().max(1000).transform((text) => text.toWellFormed().replaceAll("\0", "").trim()).default(""),
});

/** `PATCH /api/admin/reports/{id}`. */
export const HandleReport = z.object({ status: ReportStatus });

const intParam = z.coerce.number().int().positive();

/**
 * Query of a history page. `page` gives counted pages, `before`/`after` keyset ones by message id; `around` a
 * message id, `seq` and `at` (a moment) give the page around that place. The most exact one counts.
 */
export const HistoryQuery = z.object({
  page: intParam.default(1),
  page_size: intParam.default(50).transform((size) => Math.min(size, 100)),
  before: intParam.optional(),
  after: intParam.optional(),
  around: intParam.optional(),
  seq: intParam.optional(),
  at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)).optional(),
});

/** Query of the list of conversations: one's own, or for staff pages of the workspace's. */
export const ConversationsQuery = z.object({
  all: z.string().optional().transform((text) => text === "1" || text === "true"),
  page: intParam.default(1),
  page_size: intParam.default(50).transform((size) => Math.min(size, 100)),
});

/** Query of the reports queue, by keyset. */
export const ReportsQuery = z.object({
  status: ReportStatus.optional(),
  before: intParam.optional(),
  limit: intParam.default(50).transform((limit) => Math.min(limit, 100)),
});

export type SendMessage = z.infer<typeof SendMessage>;
export type HistoryQuery = z.infer<typeof HistoryQuery>;
