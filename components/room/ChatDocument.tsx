import { asset, Head } from "fresh/runtime";
import { chatTextSource } from "@/lib/i18n/chat/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";

/** What the pages of the chat have in their heads. */
export function ChatDocument({ locale, title }: { locale: Locale; title: string }) {
  return (
    <Head>
      <title>{title}</title>
      <link rel="modulepreload" href={asset(chatTextSource(locale))} />
    </Head>
  );
}
