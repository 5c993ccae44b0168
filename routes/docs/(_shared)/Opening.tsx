import type { DocsText } from "@/lib/i18n/docs/mod.ts";
import { Prose } from "./Prose.tsx";

/** What this is, and where programs find the same. */
export function Opening({ t }: { t: DocsText }) {
  return (
    <header class="grid gap-3 max-w-measure">
      <h1 class="text-26 font-700">{t.title}</h1>
      <p class="text-15 text-ink-2">{t.lead}</p>
      {t.inEnglish && <p class="text-13 text-muted">{t.inEnglish}</p>}
      <p class="flex flex-wrap items-center gap-x-4 gap-y-1 text-13">
        <span class="text-muted">{t.documents}</span>
        <a class="code text-accent underline py-1" href="/api/openapi.json">/api/openapi.json</a>
        <a class="code text-accent underline py-1" href="/api/asyncapi.json">/api/asyncapi.json</a>
      </p>
    </header>
  );
}

/** What holds for all calls. */
export function Introduction({ t }: { t: DocsText }) {
  return (
    <section id="introduction" aria-labelledby="introduction-title" class="mt-12 scroll-mt-20">
      <h2 id="introduction-title" class="text-20 font-700">{t.introduction}</h2>
      <div class="grid gap-x-10 gap-y-6 mt-5 md:grid-cols-2">
        {t.intro.map(({ title, text }) => (
          <section key={title} class="grid gap-1 content-start min-w-0">
            <h3 class="text-15 font-650">{title}</h3>
            <Prose text={text} class="text-ink-2" />
          </section>
        ))}
      </div>
    </section>
  );
}
