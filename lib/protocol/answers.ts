import { z } from "zod";
import { Conversation, Id, Message, PresenceStatus, Receipt, Report, RoomMember, User } from "./entities.ts";
import { type ErrorCode, STATUS } from "./errors.ts";

export const ErrorName = z.enum(Object.keys(STATUS) as [ErrorCode, ...ErrorCode[]]);

/** What every refusal of the API says. */
export const ErrorAnswer = z.object({
  detail: z.string().describe("A sentence for people, in the language of `Accept-Language`."),
  code: ErrorName.describe("For programs; stays the same."),
  field: z.string().optional().describe("The field of the request at fault."),
  request_id: z.string().optional().describe("With 500: what the operator finds it by in the log."),
});

/** A page of a conversation's history. `next` leads to older messages, `previous` to newer ones. */
export const MessagePage = z.object({
  count: z.int().describe("Messages of the conversation in all."),
  next: z.url().nullable().describe("Address of the page of older messages."),
  previous: z.url().nullable().describe("Address of the page of newer messages."),
  results: z.array(Message),
});

/** A page of the conversations of a workspace, newest activity first. */
export const ConversationPage = z.object({
  count: z.int(),
  next: z.url().nullable(),
  previous: z.url().nullable(),
  results: z.array(Conversation),
});

/** A person of a list, with presence. */
export const PresentUser = z.object({
  ...User.shape,
  status: PresenceStatus,
  is_online: z.boolean().describe("Also where all their devices are idle."),
  last_seen_at: z.iso.datetime().nullable(),
});

/** A page of the queue of reports. */
export const ReportPage = z.object({ results: z.array(Report), next: z.url().nullable() });

/** What was made of a request, where nothing else is to be said of it. */
export const Created = z.object({ id: Id });

/** Whether one wants no notice of a conversation, and until when; null without an end. */
export const MuteState = z.object({ is_muted: z.boolean(), muted_until: z.iso.datetime().nullable() });

/** Whether one keeps a conversation on top of one's own list. */
export const ListPin = z.object({ is_pinned: z.boolean() });

/** A page of the people of a group. */
export const RoomMembersPage = z.object({
  count: z.int().describe("All who fit what is looked for."),
  next: z.url().nullable(),
  results: z.array(RoomMember),
});

/** How far each participant of a conversation has read. */
export const ReceiptList = z.object({ results: z.array(Receipt) });

export type MessagePage = z.infer<typeof MessagePage>;
export type ConversationPage = z.infer<typeof ConversationPage>;
export type RoomMembersPage = z.infer<typeof RoomMembersPage>;
export type PresentUser = z.infer<typeof PresentUser>;
