import { page } from "fresh";
import { Head } from "fresh/runtime";
import { z } from "zod";
import Chat from "@/islands/Chat.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { Content } from "@/lib/protocol/content.ts";
import { Id } from "@/lib/protocol/entities.ts";
import { readForm, readQuery } from "@/lib/web/body.ts";
import { loadChat } from "@/lib/web/chat_page.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

/** Without scripts older pages are pages of their own. */
const Query = z.object({ before: z.coerce.number().pipe(Id).optional() });

export const handler = define.handlers({
  async GET(ctx) {
    return page(await loadChat(ctx, { view: "room", ...readQuery(ctx.url, Query) }));
  },

  /** Writing without scripts: the composer is a form. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const { content } = await readForm(ctx.req, z.object({ content: Content }));
    app.requirePace(actor);
    const { conversations, messages } = app.chat;
    await messages.send(actor, { conversation_id: await conversations.globalId(actor), content });
    return ctx.redirect("/chat", 303);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <>
    <Head>
      <title>{chatText(state.locale).room.globalName}</title>
    </Head>
    <Chat {...data} />
  </>
));
