import type { DocsText } from "@/lib/i18n/docs/mod.ts";
import type { OpenApi } from "@/lib/web/reference/openapi_types.ts";
import { Fields, fieldsOf, TypeOf } from "./Fields.tsx";
import { ENGLISH, Words } from "./Prose.tsx";

/** What calls and sockets name by name. */
export function Models({ t, schemas }: { t: DocsText; schemas: OpenApi["components"]["schemas"] }) {
  return (
    <section aria-labelledby="models" class="mt-12">
      <h2 id="models" class="mb-5 scroll-mt-20 text-20 font-700">{t.models}</h2>
      {Object.entries(schemas).sort(([a], [b]) => a < b ? -1 : 1).map(([name, schema]) => {
        const fields = fieldsOf(schema);
        return (
          <article
            key={name}
            {...ENGLISH}
            id={`model-${name}`}
            class="grid gap-2 scroll-mt-20 py-5 border-t border-line"
          >
            <h3 class="code text-15 text-ink break-words">{name}</h3>
            {schema.description && (
              <p class="text-ink-2">
                <Words text={schema.description} />
              </p>
            )}
            {fields.length > 0
              ? <Fields t={t} fields={fields} />
              : (
                <p class="code text-13 text-ink-2 break-words">
                  <TypeOf schema={schema} />
                </p>
              )}
          </article>
        );
      })}
    </section>
  );
}

/** Every code with its status and what it says. */
export function Refusals({ t, document }: { t: DocsText; document: OpenApi }) {
  return (
    <section aria-labelledby="errors" class="mt-12">
      <h2 id="errors" class="mb-5 scroll-mt-20 text-20 font-700">{t.errors}</h2>
      <dl {...ENGLISH} class="grid gap-px rounded-md overflow-hidden border border-line bg-line text-13">
        {Object.entries(document.components.examples).map(([code, { summary, value }]) => (
          <div
            key={code}
            class="grid gap-x-4 px-3 py-2 bg-surface-1 sm:grid-cols-[minmax(0,220px)_minmax(0,1fr)]"
          >
            <dt class="flex items-baseline gap-2 min-w-0">
              <code class="code break-words">{code}</code>
              <span class="code text-muted">{summary}</span>
            </dt>
            <dd class="min-w-0 text-ink-2">{value.detail}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
