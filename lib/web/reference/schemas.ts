import { z } from "zod";
import * as accounts from "@/lib/protocol/accounts.ts";
import * as answers from "@/lib/protocol/answers.ts";
import * as bodies from "@/lib/protocol/bodies.ts";
import * as entities from "@/lib/protocol/entities.ts";
import * as rooms from "@/lib/protocol/rooms.ts";
import * as sites from "@/lib/protocol/sites.ts";

/** A JSON Schema (2020-12), as far as documents of an API need it. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  format?: string;
  [key: string]: unknown;
};

/** Schemas that have a name for others are called by it: the very exports of the protocol. */
const NAMES: ReadonlyMap<unknown, string> = new Map(
  [entities, answers, accounts, bodies, rooms, sites].flatMap((module) => Object.entries(module)).flatMap((
    [name, value],
  ) => value instanceof z.ZodObject || value instanceof z.ZodEnum ? [[value, name] as const] : []),
);

/** Zod's own registry of descriptions and examples, with those names. */
const metadata = z.registry<z.GlobalMeta>();
metadata.get = ((schema: z.core.$ZodType) => {
  const own = z.globalRegistry.get(schema);
  const id = NAMES.get(schema);
  return id === undefined ? own : { ...own, id };
}) as typeof metadata.get;

/** What is sent to us and what we answer are two schemas where a default or a transformation lies between. */
export type Direction = "input" | "output";

/**
 * Turns zod schemas into JSON Schemas that refer to each other by name.
 * @param prefix what stands before the name of a component in a `$ref`
 */
export function createSchemas(prefix = "#/components/schemas/") {
  const components: Record<Direction, Record<string, JsonSchema>> = { input: {}, output: {} };

  function convert(schema: z.ZodType, io: Direction): JsonSchema {
    // Wrapped, so that a schema with a name is referred to as it is inside of others.
    const { properties, $defs = {} } = z.toJSONSchema(z.object({ value: schema }), {
      io,
      metadata,
      // What is checked by code alone shows as what it is made of.
      unrepresentable: "any",
      override: ({ jsonSchema }) => simplify(jsonSchema as JsonSchema),
    }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
    for (const [name, found] of Object.entries($defs)) components[io][name] ??= refer(found, io);
    return refer(properties!.value!, io);
  }

  /** The object itself where it would only be named, as for parameters, which are told one by one. */
  function convertObject(schema: z.ZodType, io: Direction): JsonSchema {
    const { $ref, ...found } = convert(schema, io);
    return $ref === undefined ? found : components[io][$ref.slice(io.length + 1)]!;
  }

  /** Points into `$defs` become names that say from which side they come, until all are known. */
  function refer(schema: JsonSchema, io: Direction): JsonSchema {
    return mapRefs(schema, (ref) => ref.replace("#/$defs/", `${io}:`));
  }

  /** The name of a component; what is sent stands apart only where it differs from what is answered. */
  function nameOf(ref: string): string {
    const [io, name] = ref.split(":") as [Direction, string | undefined];
    if (name === undefined) return ref;
    return prefix + name + (io === "input" && differs(name) ? "Input" : "");
  }

  function differs(name: string): boolean {
    const { input: { [name]: sent }, output: { [name]: answered } } = components;
    const bare = (schema: JsonSchema | undefined) =>
      JSON.stringify(schema)?.replaceAll(/"(in|out)put:/g, '"');
    return answered !== undefined && bare(sent) !== bare(answered);
  }

  return {
    /** A schema; the names in it are settled by {@link finish}. */
    convert,
    convertObject,

    /** A document whose schemas were made here, with their names as they are, and all that it names. */
    finish<Document>(document: Document): { document: Document; components: Record<string, JsonSchema> } {
      const all: Record<string, JsonSchema> = {};
      const settle = (ref: string): string => {
        const [io, name] = ref.split(":") as [Direction, string | undefined];
        const settled = nameOf(ref);
        const own = settled.slice(prefix.length);
        if (name !== undefined && !Object.hasOwn(all, own)) {
          // Kept before it is looked into: a schema may name itself.
          all[own] = {};
          all[own] = mapRefs(components[io][name]!, settle);
        }
        return settled;
      };
      const settled = mapRefs(document, settle);
      const sorted = Object.entries(all).sort(([a], [b]) => a < b ? -1 : 1);
      return { document: settled, components: Object.fromEntries(sorted) };
    },
  };
}

export type Schemas = ReturnType<typeof createSchemas>;

/** Leaves out what says nothing to a reader, or what is said better. */
function simplify(schema: JsonSchema): void {
  // A format says it; zod's own patterns take up lines.
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.type === "integer") {
    if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
    if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
    if (schema.exclusiveMinimum === 0) {
      delete schema.exclusiveMinimum;
      schema.minimum = 1;
    }
  }
  // Others may come with a newer server; unknown ones of a request are ignored.
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  const [one, none] = schema.anyOf ?? [];
  if (one && none?.type === "null" && schema.anyOf!.length === 2 && typeof one.type === "string") {
    delete schema.anyOf;
    simplify(one);
    Object.assign(schema, one, { type: [one.type, "null"] });
    if (schema.enum) schema.enum = [...schema.enum, null];
  }
}

function mapRefs<T>(value: T, change: (ref: string) => string): T {
  if (Array.isArray(value)) return value.map((one) => mapRefs(one, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === "$ref" && typeof one === "string" ? change(one) : mapRefs(one, change),
    ]),
  ) as T;
}
