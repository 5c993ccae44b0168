import { Icon } from "@/components/Icon.tsx";
import { chevronDown } from "@/components/icons.ts";
import type { DocsText } from "@/lib/i18n/docs/mod.ts";
import type { OpenApi } from "@/lib/web/reference/openapi_types.ts";
import { Method } from "./Call.tsx";
import { ENGLISH } from "./Prose.tsx";

/** Calls by their part, in the order of the document. */
export function callsByTag({ tags, paths }: OpenApi) {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation }))
  );
  return tags.map((tag) => ({ ...tag, calls: calls.filter(({ tags: [own] }) => own === tag.name) }));
}

/** A place of the page for a name. */
export function anchorOf(tag: string): string {
  return `part-${tag.toLowerCase().replaceAll(" ", "-")}`;
}

/** What is on the page, with links to it. */
export function Contents({ t, document }: { t: DocsText; document: OpenApi }) {
  return (
    <ul class="grid grid-cols-[minmax(0,1fr)] gap-px text-13">
      <Entry href="#introduction" text={t.introduction} />
      {callsByTag(document).map(({ name, calls }) => (
        <li key={name}>
          <details class="group">
            <summary class={LINK}>
              <span class="flex-1 min-w-0">{t.tags[name] ?? name}</span>
              <Icon of={chevronDown} size={16} class="text-muted group-open:rotate-180" />
            </summary>
            <ul class="grid grid-cols-[minmax(0,1fr)] gap-px pb-2" {...ENGLISH}>
              {calls.map(({ operationId, method, path }) => (
                <li key={operationId}>
                  <a href={`#${operationId}`} class={LINK}>
                    <Method name={method} />
                    <span class="code text-12 min-w-0 break-words text-ink-2">
                      {path.replace(/^\/api/, "")}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
      <Entry href="#sockets" text={t.sockets} />
      <Entry href="#models" text={t.models} />
      <Entry href="#errors" text={t.errors} />
    </ul>
  );
}

const LINK = "flex items-center gap-2 min-h-9 coarse:min-h-11 px-2 py-1 rounded-sm hover:bg-surface-3";

function Entry({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <a href={href} class={LINK}>{text}</a>
    </li>
  );
}
