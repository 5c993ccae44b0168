import { Mute } from "@/lib/protocol/bodies.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

/** Whether one wants notices of a conversation: one's own matter. */
export const handler = define.handlers({
  /** Without a body, or without `until`, there is no end to it. */
  async PUT(ctx) {
    const actor = requireActor(ctx);
    const { until } = ctx.req.headers.has("content-type") ? await readJson(ctx.req, Mute) : {};
    const { settings } = ctx.state.app.chat;
    const end = until ? Date.parse(until) : null;
    return Response.json(await settings.mute(actor, readId(ctx.params.id), end));
  },

  async DELETE(ctx) {
    const { settings } = ctx.state.app.chat;
    return Response.json(await settings.unmute(requireActor(ctx), readId(ctx.params.id)));
  },
});
