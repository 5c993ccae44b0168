import { page } from "fresh";
import { asset, Head } from "fresh/runtime";
import Chat from "@/islands/Chat.tsx";
import { chatText, chatTextSource } from "@/lib/i18n/chat/mod.ts";
import { loadChat } from "@/lib/web/chat_page.ts";
import { define } from "@/lib/web/state.ts";

/** The list of conversations as a screen of its own, on a phone. */
export const handler = define.handlers({
  async GET(ctx) {
    return page(await loadChat(ctx, { view: "list" }));
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <>
    <Head>
      <title>{chatText(state.locale).list.label}</title>
      <link rel="modulepreload" href={asset(chatTextSource(state.locale))} />
    </Head>
    <Chat {...data} />
  </>
));
