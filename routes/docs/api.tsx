import { Head } from "fresh/runtime";
import { LanguageSwitch, ThemeSwitch } from "@/components/Doorway.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronDown } from "@/components/icons.ts";
import { Logo } from "@/components/Mark.tsx";
import { docsText } from "@/lib/i18n/docs/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { pagesText } from "@/lib/i18n/pages/mod.ts";
import type { AsyncApi } from "@/lib/web/reference/asyncapi.ts";
import type { OpenApi } from "@/lib/web/reference/openapi_types.ts";
import { define, type State } from "@/lib/web/state.ts";
import { Call } from "./(_shared)/Call.tsx";
import { anchorOf, callsByTag, Contents } from "./(_shared)/Contents.tsx";
import { Models, Refusals } from "./(_shared)/Models.tsx";
import { Introduction, Opening } from "./(_shared)/Opening.tsx";
import { ENGLISH, Prose } from "./(_shared)/Prose.tsx";
import { Sockets } from "./(_shared)/Sockets.tsx";

export const handler = define.handlers({
  /** For everybody, as the documents are that it is drawn from; drawn once for each language and theme. */
  async GET(ctx) {
    const { reference, locale, theme } = ctx.state;
    const text = await reference.kept(`page ${locale} ${theme}`, async () => {
      const rest = await reference.openapi();
      const page = <Page rest={rest} sockets={reference.asyncapi()} locale={locale} theme={theme} />;
      return await (await ctx.render(page)).text();
    });
    return ctx.html(text);
  },
});

interface PageProps {
  readonly rest: OpenApi;
  readonly sockets: AsyncApi;
  readonly locale: Locale;
  readonly theme: State["theme"];
}

function Page({ rest, sockets, locale, theme }: PageProps) {
  const [t, words] = [docsText(locale), pagesText(locale)];
  return (
    <div class="min-h-dvh on-1 pb-16">
      <Head>
        <title>{words.title(t.title, words.appName)}</title>
        <meta name="description" content={t.lead} />
      </Head>
      <a href="#text" class="skip">{t.skip}</a>
      <header class="flex flex-wrap items-center gap-x-4 gap-y-1 min-h-bar px-5 md:px-8 border-b border-line">
        <a href="/chat" class="py-2">
          <Logo name={words.appName} />
          <span class="sr-only">{t.toChat}</span>
        </a>
        <span class="flex-1" />
        <LanguageSwitch label={words.door.language} locale={locale} path="/docs/api" />
        <span class="max-sm:hidden">
          <ThemeSwitch t={words} theme={theme} path="/docs/api" />
        </span>
      </header>
      <div class="max-w-[1240px] mx-auto px-5 md:px-8 lg:grid lg:grid-cols-[264px_minmax(0,1fr)] lg:gap-10">
        <nav
          aria-label={t.contents}
          class="max-lg:hidden sticky top-0 self-start max-h-[100vh] overflow-y-auto py-7 pe-2"
        >
          <Contents t={t} document={rest} />
        </nav>
        <main id="text" tabIndex={-1} class="min-w-0 pt-7 outline-none">
          <Opening t={t} />
          <details class="group lg:hidden mt-5 rounded-md ring-line px-2">
            <summary class="flex items-center gap-2 min-h-11 px-2 font-600">
              <span class="flex-1">{t.contents}</span>
              <Icon of={chevronDown} size={16} class="text-muted group-open:rotate-180" />
            </summary>
            <nav aria-label={t.contents} class="pb-2">
              <Contents t={t} document={rest} />
            </nav>
          </details>
          <Introduction t={t} />
          <h2 class="mt-12 text-20 font-700">{t.operations}</h2>
          {callsByTag(rest).map(({ name, description, calls }) => (
            <section key={name} id={anchorOf(name)} class="mt-7 scroll-mt-20">
              <h3 class="text-17 font-650">{t.tags[name] ?? name}</h3>
              {description && (
                <div {...ENGLISH} class="mt-1 mb-5 text-ink-2">
                  <Prose text={description} />
                </div>
              )}
              {calls.map(({ operationId, method, path }) => (
                <Call key={operationId} t={t} document={rest} method={method} path={path} />
              ))}
            </section>
          ))}
          <h2 id="sockets" class="mt-12 mb-5 scroll-mt-20 text-20 font-700">{t.sockets}</h2>
          <Sockets t={t} document={sockets} />
          <Models t={t} schemas={{ ...sockets.components.schemas, ...rest.components.schemas }} />
          <Refusals t={t} document={rest} />
        </main>
      </div>
    </div>
  );
}
