import { exampleOf, HOST } from "@/lib/web/reference/examples.ts";
import type { OpenApi, OpenApiOperation } from "@/lib/web/reference/openapi_types.ts";
import type { JsonSchema } from "@/lib/web/reference/schemas.ts";
import { ENGLISH } from "./Prose.tsx";

type Schemas = OpenApi["components"]["schemas"];

/** Lines of code, scrolled sideways where they are long. */
export function Code({ text, label }: { text: string; label: string }) {
  return (
    <pre
      {...ENGLISH}
      tabIndex={0}
      role="group"
      aria-label={label}
      class="m-0 p-3 rounded-md bg-surface-2 ring-line overflow-x-auto text-start"
    ><code class="code text-12 text-ink-2">{text}</code></pre>
  );
}

/** A value as people read JSON. */
export function jsonExample(schema: JsonSchema, schemas: Schemas): string {
  return JSON.stringify(exampleOf(schema, schemas), null, 2);
}

/** The call as one would type it. */
export function curlExample(
  method: string,
  path: string,
  { security, parameters = [], requestBody }: OpenApiOperation,
  schemas: Schemas,
): string {
  const query = parameters.filter((one) => one.in === "query" && one.required)
    .map(({ name, schema }) => `${name}=${exampleOf(schema, schemas, name)}`).join("&");
  const address = parameters.filter((one) => one.in === "path").reduce(
    (text, { name, schema }) => text.replace(`{${name}}`, String(exampleOf(schema, schemas, name))),
    HOST + path,
  );
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} '${address}${query && `?${query}`}'`,
    ...proofLines(security[0] ?? {}),
    ...bodyLines(requestBody?.content ?? {}, schemas),
  ];
  return lines.join(" \\\n  ");
}

function proofLines(proof: OpenApiOperation["security"][number]): string[] {
  return [
    ...("site" in proof ? [`-H "Site-Key: $SITE_KEY"`, `-H 'Origin: https://shop.example'`] : []),
    ...("bearer" in proof || "guest" in proof ? [`-H "Authorization: Bearer $TOKEN"`] : []),
  ];
}

function bodyLines(content: Readonly<Record<string, { schema: JsonSchema }>>, schemas: Schemas): string[] {
  const [type, { schema } = { schema: {} }] = Object.entries(content)[0] ?? [];
  if (type === undefined) return [];
  const value = exampleOf(schema, schemas);
  if (type === "application/json") {
    return [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(value)}'`];
  }
  const fields = Object.entries(value as Record<string, unknown>);
  if (type === "multipart/form-data") return fields.map(([name]) => `-F '${name}=@vase.jpg'`);
  return fields.map(([name, one]) => `--data-urlencode '${name}=${one}'`);
}
