import { MuteState } from "@/lib/protocol/answers.ts";
import { Mute } from "@/lib/protocol/bodies.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
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

export const docs = describe<typeof handler>({
  PUT: {
    summary: "Wants no notice of a conversation, until a time or without an end",
    body: Mute,
    body_optional: true,
    answers: { 200: MuteState },
  },
  DELETE: {
    summary: "Wants notices of a conversation again",
    answers: { 200: MuteState },
  },
});
