import { page } from "fresh";
import Chat from "@/islands/Chat.tsx";
import { loadChat } from "@/lib/web/chat_page.ts";
import { define } from "@/lib/web/state.ts";

/** The list of conversations as a screen of its own, on a phone. */
export const handler = define.handlers({
  async GET(ctx) {
    return page(await loadChat(ctx, "list"));
  },
});

export default define.page<typeof handler>(({ data }) => <Chat {...data} />);
