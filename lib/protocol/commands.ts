import { z } from "zod";
import { Caption, ClientId, Content } from "./content.ts";
import { Id } from "./entities.ts";
import { ReactionName } from "./reactions.ts";

/** The products that share the multiplexed socket; a type is `<product>:<verb>`. */
export const Product = z.enum(["chat", "internal-chat", "support-chat"]);
export type Product = z.infer<typeof Product>;

/** Echoed in the answer to the command that carried it. */
export const Ref = z.union([z.string().max(64), z.int()])
  .describe("Echoed in the answer; without it nothing is acknowledged.");
export type Ref = z.infer<typeof Ref>;

const ref = Ref.optional();
const conversation_id = Id;

/** What a client may say on `/ws`, by verb. */
export const COMMANDS = {
  join: z.object({ ref, conversation_id, after_version: z.int().nonnegative().optional() })
    .describe("Subscribes, then answers with all changes above `after_version`."),
  leave: z.object({ ref, conversation_id }).describe("Wants no more of a conversation’s events."),
  message: z.object({
    ref,
    conversation_id,
    content: Content,
    client_id: ClientId,
    reply_to: Id.nullish(),
  }).describe("Sends a message. It is acknowledged once it is on disk."),
  edit: z.object({ ref, message_id: Id, content: Caption }).describe("Replaces the text of a message."),
  delete: z.object({ ref, message_id: Id }).describe("Deletes a message."),
  react: z.object({ ref, message_id: Id, emoji: ReactionName, on: z.boolean() })
    .describe("Sets or takes back a like, a dislike or an emoji."),
  typing: z.object({ ref, conversation_id, is_typing: z.boolean() })
    .describe("Says that one writes. It vanishes by itself; say it again every few seconds."),
  read: z.object({ ref, conversation_id, seq: z.int().nonnegative() }).describe("Says how far one has read."),
  presence: z.object({ ref, conversation_id })
    .describe("Asks who of a conversation is online, where a room is too large for it to be pushed."),
  status: z.object({ ref, status: z.enum(["online", "away"]) })
    .describe("Whether nobody moves at this device. A person is away when all of theirs are idle."),
  ping: z.object({ ref }).describe("Proves that the connection still carries frames both ways."),
} as const;

export type Verb = keyof typeof COMMANDS;
export type CommandOf<V extends Verb> = z.infer<(typeof COMMANDS)[V]>;
export type Command = { [V in Verb]: { verb: V; product: Product } & CommandOf<V> }[Verb];

/** What a client may say on `/ws/chat/{conversation_id}/`. */
export const FlatCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("chat_message"), content: Content }).describe("Sends a message."),
  z.object({ type: z.literal("edit_message"), message_id: Id, content: Caption })
    .describe("Replaces the text of a message of this conversation."),
  z.object({ type: z.literal("delete_message"), message_id: Id })
    .describe("Deletes a message of this conversation."),
  z.object({ type: z.literal("typing"), is_typing: z.boolean() }).describe("Says that one writes."),
]);
export type FlatCommand = z.infer<typeof FlatCommand>;

const Envelope = z.object({ type: z.string() });
const Answerable = z.object({ ref: Ref });

/** Why a frame's object is not a command; `ref` where one could be read. */
export interface Malformed {
  ref?: Ref;
  error: "unknown_command" | z.core.$ZodIssue;
}

/** One object of a `/ws` frame as a command, or why it is none. Unknown fields are ignored. */
export function parseCommand(input: unknown): Command | Malformed {
  const ref = Answerable.safeParse(input).data?.ref;
  const envelope = Envelope.safeParse(input);
  if (!envelope.success) return { ref, error: envelope.error.issues[0]! };
  const [product, verb] = split(envelope.data.type);
  const schema = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb as Verb] : undefined;
  const known = Product.safeParse(product);
  if (!schema || !known.success) return { ref, error: "unknown_command" };
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { ref, error: parsed.error.issues[0]! };
  return { verb, product: known.data, ...parsed.data } as Command;
}

function split(type: string): [string, string] {
  const colon = type.indexOf(":");
  return colon < 0 ? ["", type] : [type.slice(0, colon), type.slice(colon + 1)];
}
