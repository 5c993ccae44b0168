import { page } from "fresh";
import { ChatDocument } from "@/components/room/ChatDocument.tsx";
import Chat from "@/islands/Chat.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
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
    <ChatDocument locale={state.locale} title={chatText(state.locale).list.label} />
    <Chat {...data} />
  </>
));
