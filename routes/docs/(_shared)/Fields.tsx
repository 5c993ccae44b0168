import type { ComponentChildren } from "preact";
import type { DocsText } from "@/lib/i18n/docs/mod.ts";
import type { JsonSchema } from "@/lib/web/reference/schemas.ts";
import { Words } from "./Prose.tsx";

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly description?: string;
}

/** The fields of an object, or of a body that is one of several. */
export function fieldsOf({ properties = {}, required = [], description: _ }: JsonSchema): Field[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    schema,
    description: schema.description,
  }));
}

/** One below the other: name, type, and what it means. */
export function Fields({ t, fields }: { t: DocsText; fields: readonly Field[] }) {
  return (
    <dl class="grid gap-px rounded-md overflow-hidden border border-line bg-line">
      {fields.map(({ name, required, schema, description }) => (
        <div
          key={name}
          class="grid gap-x-4 gap-y-0.5 px-3 py-2 bg-surface-1 sm:grid-cols-[minmax(0,180px)_minmax(0,1fr)]"
        >
          <dt class="flex flex-wrap items-baseline gap-x-2 min-w-0">
            <code class="code break-words text-ink">{name}</code>
            {required && <span class="text-12 text-muted">{t.required}</span>}
          </dt>
          <dd class="grid gap-0.5 min-w-0 text-13">
            <span class="code text-12 text-ink-2 break-words">
              <TypeOf schema={schema} />
            </span>
            {description && (
              <span class="text-ink-2">
                <Words text={description} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The type of a value in a few words; models are links to where they stand. */
export function TypeOf({ schema }: { schema: JsonSchema }): ComponentChildren {
  const { $ref, anyOf, oneOf, items } = schema;
  if ($ref !== undefined) {
    const name = $ref.split("/").at(-1)!;
    return <a href={`#model-${name}`} class="text-accent underline">{name}</a>;
  }
  const choices = anyOf ?? oneOf;
  if (choices) {
    return choices.map((choice, i) => (
      <>
        {i > 0 && " | "}
        <TypeOf schema={choice} />
      </>
    ));
  }
  if (items) {
    return (
      <>
        array of <TypeOf schema={items} />
      </>
    );
  }
  return plainType(schema);
}

function plainType(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const type = [schema.type ?? "any"].flat().join(" | ");
  const more = [
    schema.format,
    limits("characters", schema.minLength, schema.maxLength),
    limits("", schema.minimum, schema.maximum),
    schema.default !== undefined && schema.default !== "" && `default ${JSON.stringify(schema.default)}`,
  ].filter(Boolean);
  return more.length > 0 ? `${type} (${more.join(", ")})` : type;
}

function limits(what: string, least: unknown, most: unknown): string {
  if (least === undefined && most === undefined) return "";
  const range = most === undefined
    ? `from ${least}`
    : least === undefined
    ? `up to ${most}`
    : `${least} to ${most}`;
  return what && most === undefined ? `at least ${least} ${what}` : `${range} ${what}`.trim();
}
