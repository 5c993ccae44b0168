import type { Context } from "fresh";
import { EditMessage, PatchMessage } from "@/lib/protocol/bodies.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import type { State } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return Response.json(await ctx.state.app.chat.messages.get(requireActor(ctx), readId(ctx.params.id)));
  },

  /** Replaces the text, which must be given. */
  async PUT(ctx) {
    const actor = requireActor(ctx);
    const { content } = await readJson(ctx.req, EditMessage);
    return await edit(ctx, actor, content);
  },

  /** Replaces the text if one is given. */
  async PATCH(ctx) {
    const actor = requireActor(ctx);
    const { content } = await readJson(ctx.req, PatchMessage);
    if (content !== undefined) return await edit(ctx, actor, content);
    return Response.json(await ctx.state.app.chat.messages.get(actor, readId(ctx.params.id)));
  },

  async DELETE(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    app.requirePace(actor);
    await app.chat.messages.remove(actor, readId(ctx.params.id));
    return new Response(null, { status: 204 });
  },
});

async function edit(
  ctx: Context<State>,
  actor: ReturnType<typeof requireActor>,
  content: string,
): Promise<Response> {
  const { app } = ctx.state;
  app.requirePace(actor);
  return Response.json(await app.chat.messages.edit(actor, readId(ctx.params.id), content));
}
