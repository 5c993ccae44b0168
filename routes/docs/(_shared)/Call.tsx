import type { ComponentChildren } from "preact";
import { Icon } from "@/components/Icon.tsx";
import { chevronDown } from "@/components/icons.ts";
import { Tag } from "@/components/Tag.tsx";
import type { DocsText } from "@/lib/i18n/docs/mod.ts";
import type { OpenApi, OpenApiOperation, OpenApiResponse } from "@/lib/web/reference/openapi_types.ts";
import { Code, curlExample, jsonExample } from "./Example.tsx";
import { type Field, Fields, fieldsOf, TypeOf } from "./Fields.tsx";
import { ENGLISH, Prose, Words } from "./Prose.tsx";

export interface CallProps {
  readonly t: DocsText;
  readonly document: OpenApi;
  readonly method: string;
  readonly path: string;
}

/** One method of one path: what it does, takes and answers. */
export function Call({ t, document, method, path }: CallProps) {
  const operation = document.paths[path]![method]!;
  const { operationId: id, summary, description, security } = operation;
  const { schemas } = document.components;
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"))?.[1];
  const answered = success?.content?.["application/json"]?.schema;
  return (
    <article
      {...ENGLISH}
      id={id}
      aria-labelledby={`${id}-title`}
      class="grid gap-4 scroll-mt-20 py-7 border-t border-line"
    >
      <header class="grid gap-1.5">
        <h4 id={`${id}-title`} class="flex flex-wrap items-center gap-x-2.5 gap-y-1 min-w-0">
          <Method name={method} />
          <a href={`#${id}`} class="code text-14 text-ink break-words min-w-0 hover:underline">{path}</a>
          {security.length === 0 && (
            <Tag>
              <span lang={t.lang} dir="auto">{t.anyone}</span>
            </Tag>
          )}
        </h4>
        <p class="text-15">
          <Words text={`${summary}.`} />
        </p>
        {description && <Prose text={description} class="text-ink-2" />}
      </header>
      <Takes t={t} operation={operation} document={document} />
      <Part t={t} title={t.answers}>
        <Answers responses={operation.responses} />
      </Part>
      <details class="group">
        <summary class="flex items-center gap-1.5 min-h-9 coarse:min-h-11 w-fit text-13 font-600 text-accent">
          <Icon of={chevronDown} size={16} class="group-open:rotate-180" />
          <span lang={t.lang} dir="auto">{t.example}</span>
        </summary>
        <div class="grid gap-2 mt-2">
          <Code
            label={`${method.toUpperCase()} ${path}`}
            text={curlExample(method.toUpperCase(), path, operation, schemas)}
          />
          {answered && <Code label={`${t.answer}: ${path}`} text={jsonExample(answered, schemas)} />}
        </div>
      </details>
    </article>
  );
}

const TONES = { get: "accent", post: "ok", put: "warn", patch: "warn", delete: "danger" } as const;

/** The method, in the colour of what it does: looks, makes, changes, takes away. */
export function Method({ name }: { name: string }) {
  return (
    <Tag tone={TONES[name as keyof typeof TONES] ?? "plain"}>
      <span class="code uppercase">{name}</span>
    </Tag>
  );
}

/** A part of a call under its name, which is in the language of the page. */
export function Part({ t, title, level = 5, children }: {
  t: DocsText;
  title: string;
  /** Of its heading. */
  level?: 3 | 4 | 5;
  children: ComponentChildren;
}) {
  const Title = `h${level}` as const;
  return (
    <section class="grid gap-1.5 min-w-0">
      <Title class="text-13 font-600 text-muted" lang={t.lang} dir="auto">
        <bdi>{title}</bdi>
      </Title>
      {children}
    </section>
  );
}

function Takes({ t, operation, document }: {
  t: DocsText;
  operation: OpenApiOperation;
  document: OpenApi;
}) {
  const { parameters = [], requestBody } = operation;
  const [type, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const shapes = body ? shapesOf(body.schema, document) : [];
  return (
    <>
      {(["path", "query", "header"] as const).map((place) => {
        const fields: Field[] = parameters.filter((one) => one.in === place);
        const titles = { path: t.path, query: t.query, header: t.headers };
        return fields.length > 0 && (
          <Part key={place} t={t} title={titles[place]}>
            <Fields t={t} fields={fields} />
          </Part>
        );
      })}
      {shapes.length > 0 && (
        <Part t={t} title={t.body}>
          <p class="code text-12 text-muted">{type}</p>
          {shapes.map((fields, i) => <Fields key={i} t={t} fields={fields} />)}
        </Part>
      )}
    </>
  );
}

/** The fields of a body; of one that is this or that, the fields of each. */
function shapesOf(
  schema: OpenApi["components"]["schemas"][string],
  { components: { schemas } }: OpenApi,
): Field[][] {
  const found = schema.$ref ? schemas[schema.$ref.split("/").at(-1)!]! : schema;
  return (found.oneOf ?? found.anyOf ?? [found]).map(fieldsOf).filter((fields) => fields.length > 0);
}

function Answers({ responses }: { responses: Readonly<Record<string, OpenApiResponse>> }) {
  return (
    <dl class="grid gap-1.5 text-13">
      {Object.entries(responses).map(([status, { description, content = {}, headers = {} }]) => {
        const schema = content["application/json"]?.schema;
        const is_done = Number(status) < 400;
        return (
          <div key={status} class="grid gap-x-3 grid-cols-[44px_minmax(0,1fr)]">
            <dt class={is_done ? "code text-ok" : "code text-muted"}>{status}</dt>
            <dd class="min-w-0 text-ink-2 break-words">
              {is_done && schema && (
                <span class="code me-2">
                  <TypeOf schema={schema} />
                </span>
              )}
              <Words text={description} />
              {is_done &&
                Object.entries(headers).map(([name, { description: says }]) => (
                  <span key={name} class="block">
                    <Words text={`\`${name}\`: ${says}`} />
                  </span>
                ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
