import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button } from "@/components/Button.tsx";
import { rotateCw } from "@/components/icons.ts";
import { cloudOff } from "@/components/late_icons.ts";
import { EmptyState } from "@/components/EmptyState.tsx";
import { type PagesText, pagesText } from "@/lib/i18n/pages/mod.ts";
import { type Refusal, reportFault, toRefusal } from "@/lib/web/errors.ts";
import { define } from "@/lib/web/state.ts";

/** Whatever a page could not do, said as a person would, with what to do next. */
export const handler = define.handlers((ctx) => {
  const { locale = "fa", time_zone = null, request_id = "", app } = ctx.state;
  const refusal = toRefusal(ctx.error, locale, time_zone);
  if (app) reportFault(ctx.error, refusal, { request_id, log: app.log });
  const headers: HeadersInit = refusal.retry_after ? { "retry-after": String(refusal.retry_after) } : {};
  return page(refusal, { status: refusal.status, headers });
});

export default define.page<typeof handler>(({ data: refusal, state, url }) => {
  const { locale = "fa", request_id } = state;
  const t = pagesText(locale);
  const { title, text } = wordsFor(t, refusal);
  const is_fault = refusal.status >= 500;
  return (
    <main class="min-h-dvh grid on-1">
      <Head>
        <title>{t.title(title, t.appName)}</title>
      </Head>
      <EmptyState
        level={1}
        icon={is_fault ? cloudOff : undefined}
        title={title}
        text={text}
        actions={
          <>
            {is_fault && (
              <Button href={url.pathname + url.search} icon={rotateCw}>{t.errors.tryAgain}</Button>
            )}
            {refusal.status === 401
              ? (
                <Button tone="primary" href={`/login?next=${encodeURIComponent(url.pathname)}`}>
                  {t.errors.toLogin}
                </Button>
              )
              : !is_fault && <Button tone="primary" href="/chat">{t.errors.home}</Button>}
          </>
        }
        note={request_id && (
          <>
            {t.errors.reference} <span class="code">{request_id}</span>
          </>
        )}
      />
    </main>
  );
});

function wordsFor(t: PagesText, { status, detail }: Refusal): { title: string; text: string } {
  if (status === 404) return { title: t.errors.notFoundTitle, text: t.errors.notFoundText };
  if (status === 500) return { title: t.errors.faultTitle, text: t.errors.faultText };
  return { title: t.errors.refusedTitle, text: detail };
}
