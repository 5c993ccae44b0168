import { page } from "fresh";
import { ChatDocument } from "@/components/room/ChatDocument.tsx";
import { nameOf } from "@/components/room/naming.ts";
import "@/components/room/private.ts";
import Chat from "@/islands/Chat.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { otherPlace, PlaceQuery, postMessage } from "@/lib/web/chat_forms.ts";
import { loadChat } from "@/lib/web/chat_page.ts";
import { readId, readQuery } from "@/lib/web/body.ts";
import { define } from "@/lib/web/state.ts";

/** Any conversation that one may read. */
export const handler = define.handlers({
  async GET(ctx) {
    const conversation_id = readId(ctx.params.id);
    const { at, ...place } = readQuery(ctx.url, PlaceQuery);
    const elsewhere = await otherPlace(ctx, conversation_id, { at, m: place.m });
    if (elsewhere) return ctx.redirect(elsewhere, 303);
    return page(await loadChat(ctx, { view: "room", conversation_id, ...place }));
  },

  async POST(ctx) {
    return ctx.redirect(await postMessage(ctx, readId(ctx.params.id)), 303);
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const t = chatText(state.locale);
  return (
    <>
      <ChatDocument
        locale={state.locale}
        title={nameOf(t, data.room.conversation, data.session.me.id)}
        is_private
      />
      <Chat {...data} />
    </>
  );
});
