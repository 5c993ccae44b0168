import { asset, Head } from "fresh/runtime";
import { chatTextSource } from "@/lib/i18n/chat/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";

/** What the pages of the chat have in their heads. */
export function ChatDocument(
  { locale, title, is_private }: { locale: Locale; title: string; is_private?: boolean },
) {
  return (
    <Head>
      <title>{title}</title>
      <link rel="modulepreload" href={asset(chatTextSource(locale))} />
      {/* Before the page comes to life, which is the last script of all. */}
      {is_private && <script type="module" src={asset("/components/room/private.ts")} />}
    </Head>
  );
}
