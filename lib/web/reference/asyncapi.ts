import type { z } from "zod";
import { COMMANDS, FlatCommand } from "@/lib/protocol/commands.ts";
import {
  AckFrame,
  ErrorFrame,
  EVENTS,
  FLAT_EVENTS,
  HelloFrame,
  JoinedFrame,
  PongFrame,
  PresenceFrame,
  typeOf,
} from "@/lib/protocol/events.ts";
import { createSchemas, type JsonSchema, type Schemas } from "./schemas.ts";
import { CLOSE_CODES, SOCKET_LIMITS, SOCKETS } from "./sockets.ts";

/** A message as AsyncAPI has it. */
export interface AsyncMessage {
  readonly name: string;
  readonly summary: string;
  readonly payload: JsonSchema;
}

export interface AsyncChannel {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  readonly messages: Readonly<Record<string, AsyncMessage>>;
}

/** An AsyncAPI document (3.0), as far as others look into it here. */
export interface AsyncApi {
  readonly asyncapi: string;
  readonly channels: Readonly<Record<keyof typeof SOCKETS, AsyncChannel>>;
  readonly operations: Readonly<Record<string, AsyncOperation>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
  readonly "x-close-codes": typeof CLOSE_CODES;
  readonly "x-limits": typeof SOCKET_LIMITS;
}

export interface AsyncOperation {
  /** `receive` is what a client says, `send` what it hears. */
  readonly action: "receive" | "send";
  readonly channel: { readonly $ref: string };
  readonly messages: readonly { readonly $ref: string }[];
}

type Said = readonly [key: string, message: AsyncMessage];

/** The document of both sockets, made from the unions that they are read and typed with. */
export function asyncApi(): AsyncApi {
  const schemas = createSchemas();
  const main = channel("main", commands(schemas), events(schemas));
  const flat = channel("flat", flatCommands(schemas), flatEvents(schemas));
  const { document, components } = schemas.finish({
    channels: { main: main.channel, flat: flat.channel },
    operations: { ...main.operations, ...flat.operations },
  });
  return {
    asyncapi: "3.0.0",
    info: INFO,
    defaultContentType: "application/json",
    ...document,
    components: { schemas: components },
    "x-close-codes": CLOSE_CODES,
    "x-limits": SOCKET_LIMITS,
  } as AsyncApi;
}

const INFO = {
  title: "Peyk: sockets",
  version: "1",
  description:
    "What is said on the two sockets of a Peyk server. The REST interface is `/api/openapi.json`; both on one page, " +
    "`/docs/api`.",
  license: { name: "MIT", url: "https://opensource.org/license/mit" },
};

function commands(schemas: Schemas): Said[] {
  return Object.entries(COMMANDS).map(([verb, schema]) => {
    const { description = "", ...payload } = schemas.convertObject(schema, "input");
    return [verb, { name: `:${verb}`, summary: description, payload: typed(payload, verb, schemas) }];
  });
}

/** An object with its `<product>:<verb>` in front. */
function typed(
  { properties, required = [], ...rest }: JsonSchema,
  verb: string,
  schemas: Schemas,
): JsonSchema {
  const type = schemas.convert(typeOf(verb), "output");
  return { ...rest, properties: { type, ...properties }, required: ["type", ...required] };
}

const FRAMES = {
  hello: HelloFrame,
  joined: JoinedFrame,
  presence: PresenceFrame,
  ack: AckFrame,
  error: ErrorFrame,
  pong: PongFrame,
};

function events(schemas: Schemas): Said[] {
  const answers = Object.entries(FRAMES).map(([name, schema]) => {
    const shown = name === "joined" || name === "presence" ? `:${name}` : name;
    return said(`${name}_frame`, shown, schema, schemas);
  });
  const told = Object.entries(EVENTS).map(([verb, schema]): Said => {
    const { description = "", ...payload } = schemas.convertObject(schema, "output");
    return [`${verb}_event`, {
      name: `:${verb}`,
      summary: description,
      payload: typed(payload, verb, schemas),
    }];
  });
  return [...answers, ...told];
}

function flatCommands(schemas: Schemas): Said[] {
  return FlatCommand.options.map((schema) => {
    const name = schema.shape.type.value;
    return said(name, name, schema, schemas, "input");
  });
}

function flatEvents(schemas: Schemas): Said[] {
  return Object.entries(FLAT_EVENTS).map(([name, schema]) => said(name, name, schema, schemas));
}

function said(
  key: string,
  name: string,
  schema: z.ZodType,
  schemas: Schemas,
  io: "input" | "output" = "output",
): Said {
  const { description = "", ...payload } = schemas.convertObject(schema, io);
  return [key, { name, summary: description, payload }];
}

/** A socket, with what a client says on it and what it hears. */
function channel(key: keyof typeof SOCKETS, received: Said[], sent: Said[]) {
  const { address, title, text, parameters } = SOCKETS[key];
  const $ref = `#/channels/${key}`;
  const operation = (action: "receive" | "send", [name]: Said) =>
    [`${action}_${key}_${name}`, {
      action,
      channel: { $ref },
      messages: [{ $ref: `${$ref}/messages/${name}` }],
    }] as const;
  return {
    channel: {
      address,
      title,
      description: text,
      ...(parameters && { parameters }),
      messages: Object.fromEntries([...received, ...sent]),
      bindings: { ws: { query: TICKET_QUERY } },
    },
    operations: Object.fromEntries([
      ...received.map((one) => operation("receive", one)),
      ...sent.map((one) => operation("send", one)),
    ]),
  };
}

const TICKET_QUERY = {
  type: "object",
  properties: {
    ticket: { type: "string", description: "For sockets that send neither cookie nor header: good once." },
  },
};
