import { z } from "zod";
import { Id } from "@/lib/protocol/entities.ts";
import { ReactionName } from "@/lib/protocol/reactions.ts";
import { readForm } from "@/lib/web/body.ts";
import { pathFor } from "@/lib/web/chat_moment.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

const Form = z.object({ message: z.coerce.number().pipe(Id), emoji: ReactionName });

export const handler = define.handlers({
  /** Reacting without scripts: a pill that is pressed sets one's reaction, or takes it back. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const { message: id, emoji } = await readForm(ctx.req, Form);
    app.requirePace(actor);
    const { reactions, conversation } = await app.chat.messages.get(actor, id);
    const is_mine = reactions.find((one) => one.emoji === emoji)?.user_ids.includes(actor.id) ?? false;
    await app.chat.reactions.set(actor, id, emoji, !is_mine);
    return ctx.redirect(`${await pathFor(ctx, conversation)}?m=${id}`, 303);
  },
});
