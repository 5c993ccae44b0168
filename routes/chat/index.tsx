import { page } from "fresh";
import { asset, Head } from "fresh/runtime";
import { z } from "zod";
import Chat from "@/islands/Chat.tsx";
import { chatText, chatTextSource } from "@/lib/i18n/chat/mod.ts";
import { Content } from "@/lib/protocol/content.ts";
import { Id } from "@/lib/protocol/entities.ts";
import { readForm, readQuery } from "@/lib/web/body.ts";
import { addressAt } from "@/lib/web/chat_moment.ts";
import { loadChat } from "@/lib/web/chat_page.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

/** No message has this id. */
const NOWHERE = Number.MAX_SAFE_INTEGER;
const MessageId = z.coerce.number().pipe(Id).optional();

/**
 * Without scripts older and newer pages are pages of their own, and a message or a day (`at`) may be led to. What
 * is no id leads to none, as an id of nothing does: addresses are cut off and mistyped.
 */
const Query = z.object({
  before: MessageId,
  after: MessageId,
  at: z.string().max(40).optional(),
  m: MessageId.catch(NOWHERE),
});

export const handler = define.handlers({
  async GET(ctx) {
    const { at, ...place } = readQuery(ctx.url, Query);
    if (at !== undefined) return ctx.redirect(await addressAt(ctx, at), 303);
    return page(await loadChat(ctx, { view: "room", ...place }));
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
      <link rel="modulepreload" href={asset(chatTextSource(state.locale))} />
    </Head>
    <Chat {...data} />
  </>
));
