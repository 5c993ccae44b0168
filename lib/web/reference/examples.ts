import type { JsonSchema } from "./schemas.ts";

type Components = Readonly<Record<string, JsonSchema>>;

/** A server in examples. */
export const HOST = "https://chat.example.org";

/** What a field of this name looks like, where its schema says nothing better. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  id: 7312049159127041,
  conversation: 7312049159120384,
  conversation_id: 7312049159120384,
  message: 7312049159127041,
  user_id: 7312049158004736,
  recipient_id: 7312049158004736,
  members: [7312049158004736],
  user_ids: [7312049158004736],
  username: "leila",
  first_name: "لیلا",
  last_name: "کریمی",
  email: "leila@example.org",
  password: "correct horse",
  current_password: "correct horse",
  new_password: "battery staple",
  content: "سلام",
  client_id: "5f0c1d52-9a1e",
  emoji: "like",
  rank: null,
  score: 12,
  seq: 41,
  read_seq: 41,
  version: 57,
  count: 1,
  file: "/files/7312049159127999/vase.webp",
  thumbnail: "/files/7312049159127999/thumbnail",
  picture: null,
  profile_picture: null,
  type: "image/webp",
  size: 182044,
  width: 1600,
  height: 1200,
  next: `${HOST}/api/messages?before=7312049159127041`,
  previous: null,
  url: `${HOST}/reset-password#…`,
  token: "…",
  access_token: "eyJhbGciOiJIUzI1NiJ9.…",
  refresh_token: "q3v1Zk…",
  ticket: "Zk3v1q…",
  expires_in: 900,
  time_zone: "Asia/Tehran",
  topic: null,
  user_agent: "Mozilla/5.0 …",
  ip: "192.0.2.7",
  slug: "default",
  detail: "There is nothing here, or nothing you may see.",
  code: "not_found",
  q: "سلام",
  game: "Chess",
  site_id: "st_k5xq2c7h4rwn3j6tbvma",
  site_key: "pk_q7w2m4x6c3v5n7b2z4l6k3j5h7g2",
  secret_key: "sk_…",
  domains: ["shop.example", "*.shop.example", "localhost:5000"],
  primary_color: "#0f6f7c",
  look: { welcome: "سلام! چه کمکی از ما برمی‌آید؟" },
  limits: { messages_guest: 20 },
  from: "09:00",
  to: "17:00",
};

/** Below this what hangs on an object is left out where it may be. */
const DEPTH = 2;

/** A value as the schema describes it: a small one, and alike each time. */
export function exampleOf(schema: JsonSchema, components: Components, name = "", depth = 0): unknown {
  const { $ref, examples, anyOf, oneOf } = schema;
  if (examples?.length) return examples[0];
  if ($ref !== undefined) {
    return exampleOf(components[$ref.split("/").at(-1)!] ?? {}, components, name, depth);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.properties) return exampleObject(schema, components, depth);
  const choices = anyOf ?? oneOf;
  if (choices) {
    const may_be_null = choices.some(({ type }) => type === "null");
    return may_be_null && depth > 0 ? null : exampleOf(choices[0]!, components, name, depth);
  }
  if (Object.hasOwn(SAMPLES, name) && fits(SAMPLES[name], schema)) return SAMPLES[name];
  if (schema.type === "array") {
    return depth >= DEPTH || !schema.items ? [] : [exampleOf(schema.items, components, "", depth + 1)];
  }
  return plain(schema, name);
}

function exampleObject({ properties = {}, required }: JsonSchema, components: Components, depth: number) {
  // What may be left out of an answer or a request is, unless nothing else were left.
  const names = required?.length ? required : Object.keys(properties);
  return Object.fromEntries(
    names.map((name) => [name, exampleOf(properties[name] ?? {}, components, name, depth + 1)]),
  );
}

function fits(value: unknown, { type }: JsonSchema): boolean {
  const found = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const types = [type ?? found].flat();
  return types.includes(found) || found === "number" && types.includes("integer");
}

function plain({ type, format, minimum }: JsonSchema, name: string): unknown {
  const [first] = [type].flat();
  // A moment that may be absent mostly is.
  if ([type].flat().includes("null") && name.endsWith("until")) return null;
  if (format === "date-time") return "2026-03-21T08:00:00.000Z";
  if (format === "binary") return "@vase.jpg";
  switch (first) {
    case "integer":
    case "number":
      return Math.max(1, minimum as number | undefined ?? 1);
    case "boolean":
      return name !== "is_deleted" && name !== "is_edited";
    case "string":
      return name || "…";
    default:
      return null;
  }
}
