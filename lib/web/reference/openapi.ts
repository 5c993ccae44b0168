import type { FsRoute } from "fresh";
import { z } from "zod";
import { ErrorAnswer } from "@/lib/protocol/answers.ts";
import { ClientId } from "@/lib/protocol/content.ts";
import { Id } from "@/lib/protocol/entities.ts";
import { SESSION_COOKIE } from "../cookies.ts";
import type { Answer, FilesBody, Operation } from "./describe.ts";
import { operationId, type Placed, placeOperations, tagOf } from "./operations.ts";
import { refusalExamples, refusalsOf } from "./refusals.ts";
import type {
  Content,
  OpenApi,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiResponse,
} from "./openapi_types.ts";
import { createSchemas, type JsonSchema, type Schemas } from "./schemas.ts";
import { inOrder, TAGS, tagTitle } from "./tags.ts";

const JSON_TYPE = "application/json";

/** The document of all routes for programs, made from what stands beside their handlers. */
export function openApi(routes: readonly FsRoute[]): OpenApi {
  const schemas = createSchemas();
  const placed = placeOperations(routes).filter(({ operation }) => operation !== undefined);
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const place of placed.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0)) {
    (paths[place.path] ??= {})[place.method.toLowerCase()] = operationOf(place, schemas);
  }
  const tags = inOrder(placed.map(({ path }) => tagOf(path)));
  const { document, components } = schemas.finish(paths);
  return {
    openapi: "3.1.1",
    ...HEAD,
    tags: tags.map((tag) => ({ name: tagTitle(tag), description: TAGS[tag]?.text })),
    paths: document,
    components: { securitySchemes: SECURITY, schemas: components, examples: refusalExamples() },
  } as OpenApi;
}

const HEAD = {
  jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
  info: {
    title: "Peyk",
    version: "1",
    summary: "The REST interface of a Peyk server.",
    description:
      "`/api/v1/…` is the same as `/api/…`, and a slash at the end of a path makes no difference. Times are " +
      "ISO 8601 in UTC, ids integers below 2^53. Unknown fields of a request are ignored. A page with all of it, " +
      "made from this very document, is `/docs/api`; the sockets are described by `/api/asyncapi.json`.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/", description: "This server" }],
};

const SECURITY = {
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "The access token of a sign-in; short-lived, renewed by `POST /api/auth/refresh`.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: SESSION_COOKIE,
    description: "The session of a browser. A request that changes something must come from our own origin.",
  },
  site: {
    type: "apiKey",
    in: "header",
    name: "Site-Key",
    description:
      "The public key of a site (`pk_…`), from its listed domains, or its secret key (`sk_…`), from its own server.",
  },
  guest: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "The token of a visitor of that site, from `POST /api/external/guests`.",
  },
};

/** What whoever asks has to show: one of these. */
const PROOFS: Readonly<Record<NonNullable<Operation["access"]>, Record<string, string[]>[]>> = {
  anyone: [],
  signed_in: [{ bearer: [] }, { session: [] }],
  staff: [{ bearer: [] }, { session: [] }],
  site: [{ site: [] }],
  guest: [{ site: [], guest: [] }],
  somebody: [{ bearer: [] }, { session: [] }, { guest: [] }],
};

function operationOf(place: Placed, schemas: Schemas): OpenApiOperation {
  const { method, path } = place;
  const operation = place.operation!;
  const parameters = parametersOf(place, schemas);
  const content = requestContent(operation, schemas);
  return {
    operationId: operationId(method, path),
    tags: [tagTitle(tagOf(path))],
    summary: operation.summary,
    ...(operation.description !== undefined && { description: operation.description }),
    security: PROOFS[operation.access ?? "signed_in"],
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: !operation.body_optional, content } }),
    responses: { ...answersOf(operation, schemas), ...refusalResponses(place, schemas) },
  };
}

function parametersOf({ method, params, operation }: Placed, schemas: Schemas): OpenApiParameter[] {
  const { params: special = {}, query } = operation!;
  const path = params.map((name) => {
    const { description, ...schema } = schemas.convert(special[name] ?? Id, "input");
    return { name, in: "path" as const, required: true, ...(description && { description }), schema };
  });
  const { properties = {}, required = [] } = query ? schemas.convertObject(query, "input") : {};
  const queries = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: "query" as const, required: required.includes(name) },
    ...(description && { description }),
    schema,
  }));
  return [...path, ...queries, ...(method === "POST" ? [idempotencyKey(schemas)] : [])];
}

function idempotencyKey(schemas: Schemas): OpenApiParameter {
  return {
    ...{ name: "Idempotency-Key", in: "header", required: false },
    description: "The same request again under the same key does nothing anew and gets the same answer.",
    schema: schemas.convert(ClientId, "input"),
  };
}

function requestContent({ body, form, files }: Operation, schemas: Schemas): Content | null {
  if (body) return { [JSON_TYPE]: { schema: schemas.convert(body, "input") } };
  if (form) return { "application/x-www-form-urlencoded": { schema: schemas.convert(form, "input") } };
  return files ? { "multipart/form-data": { schema: filesSchema(files, schemas) } } : null;
}

function filesSchema({ most, says, fields }: FilesBody, schemas: Schemas): JsonSchema {
  const one: JsonSchema = { type: "string", format: "binary", description: says };
  const beside = schemas.convertObject(fields ?? z.object({}), "input");
  return {
    type: "object",
    properties: {
      ...beside.properties,
      file: most === 1 ? one : { type: "array", items: one, minItems: 1, maxItems: most },
    },
    required: [...beside.required ?? [], "file"],
  };
}

function answersOf({ answers }: Operation, schemas: Schemas): Record<string, OpenApiResponse> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [status, responseOf(status, answer, schemas)]),
  );
}

const WORDS: Readonly<Record<string, string>> = {
  200: "Done.",
  201: "Created.",
  204: "Done; there is nothing to say.",
};

function responseOf(status: string, answer: Answer, schemas: Schemas): OpenApiResponse {
  const { says, body, types, headers } = answer === null || answer instanceof z.ZodType
    ? { says: WORDS[status] ?? "", body: answer, types: undefined, headers: undefined }
    : answer;
  const content = types
    ? types.map((type) => [type, { schema: { type: "string", format: "binary" } }] as const)
    : body
    ? [[JSON_TYPE, { schema: schemas.convert(body, "output") }] as const]
    : [];
  return {
    description: says,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map((
          [name, description],
        ) => [name, { description, schema: { type: "string" } }]),
      ),
    }),
    ...(content.length > 0 && { content: Object.fromEntries(content) }),
  };
}

function refusalResponses(place: Placed, schemas: Schemas): Record<string, OpenApiResponse> {
  const schema = schemas.convert(ErrorAnswer, "output");
  return Object.fromEntries(
    [...refusalsOf(place)].map(([status, codes]) => [String(status), {
      description: codes.map((code) => `\`${code}\``).join(", "),
      ...(status === 429 && {
        headers: { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } },
      }),
      content: {
        [JSON_TYPE]: {
          schema,
          examples: Object.fromEntries(
            codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
          ),
        },
      },
    }]),
  );
}
