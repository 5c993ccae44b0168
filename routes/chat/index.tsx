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
    const id = await ctx.state.app.chat.conversations.globalId(requireActor(ctx));
    const elsewhere = await otherPlace(ctx, id, { at, m: place.m });
    return elsewhere ? ctx.redirect(elsewhere, 303) : page(await loadChat(ctx, { view: "room", ...place }));
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
