import { page } from "fresh";
import { ChatDocument } from "@/components/room/ChatDocument.tsx";
import Chat from "@/islands/Chat.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { otherPlace, PlaceQuery, postMessage } from "@/lib/web/chat_forms.ts";
import { loadChat } from "@/lib/web/chat_page.ts";
import { readQuery } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

/** The room of everybody. */
export const handler = define.handlers({
  async GET(ctx) {
    const { at, ...place } = readQuery(ctx.url, PlaceQuery);
    const global_id = await ctx.state.app.chat.conversations.globalId(requireActor(ctx));
    const elsewhere = await otherPlace(ctx, global_id, { at, m: place.m });
    if (elsewhere) return ctx.redirect(elsewhere, 303);
    return page(await loadChat(ctx, { view: "room", global_id, ...place }));
  },

  async POST(ctx) {
    const id = await ctx.state.app.chat.conversations.globalId(requireActor(ctx));
    return ctx.redirect(await postMessage(ctx, id), 303);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <>
    <ChatDocument locale={state.locale} title={chatText(state.locale).room.globalName} />
    <Chat {...data} />
  </>
));
