import { Head } from "fresh/runtime";
import { Button } from "@/components/Button.tsx";
import { wifiOff } from "@/components/late_icons.ts";
import { EmptyState } from "@/components/EmptyState.tsx";
import { pagesText } from "@/lib/i18n/pages/mod.ts";
import { define } from "@/lib/web/state.ts";

/** What the service worker shows in the place of a page that needs the network. The same for everybody. */
export default define.page(({ state }) => {
  const t = pagesText(state.locale);
  return (
    <main class="min-h-dvh grid on-1">
      <Head>
        <title>{t.title(t.program.offlineTitle, t.appName)}</title>
      </Head>
      <EmptyState
        level={1}
        icon={wifiOff}
        title={t.program.offlineTitle}
        text={t.program.offlineText}
        actions={<Button tone="primary" href="/chat">{t.errors.home}</Button>}
      />
    </main>
  );
});
