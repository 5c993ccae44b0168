import type { Context } from "fresh";
import { EditMessage, PatchMessage } from "@/lib/protocol/bodies.ts";
import { Message } from "@/lib/protocol/entities.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { VOICE_ERRORS } from "@/lib/web/reference/shared.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import type { State } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return Response.json(await ctx.state.app.chat.messages.get(requireSomebody(ctx), readId(ctx.params.id)));
  },

  /** Replaces the text, which must be given. */
  async PUT(ctx) {
    const actor = requireSomebody(ctx);
    const { content } = await readJson(ctx.req, EditMessage);
    return await edit(ctx, actor, content);
  },

  /** Replaces the text if one is given. */
  async PATCH(ctx) {
    const actor = requireSomebody(ctx);
    const { content } = await readJson(ctx.req, PatchMessage);
    if (content !== undefined) return await edit(ctx, actor, content);
    return Response.json(await ctx.state.app.chat.messages.get(actor, readId(ctx.params.id)));
  },

  async DELETE(ctx) {
    const { app } = ctx.state;
    const actor = requireSomebody(ctx);
    app.requirePace(actor);
    await app.chat.messages.remove(actor, readId(ctx.params.id));
    return new Response(null, { status: 204 });
  },
});

const EDITING = {
  access: "somebody",
  answers: { 200: Message },
  errors: ["forbidden", ...VOICE_ERRORS, "content_empty", "content_too_long", "conflict", "rate_limited"],
} as const;

export const docs = describe<typeof handler>({
  GET: {
    summary: "One message",
    access: "somebody",
    answers: { 200: Message },
  },
  PUT: {
    summary: "Replaces the text of one’s own message",
    description:
      "Staff may edit others’ as well. It is marked as edited; admins can read what it said before.",
    body: EditMessage,
    ...EDITING,
  },
  PATCH: {
    summary: "The same, if a text is given",
    body: PatchMessage,
    ...EDITING,
  },
  DELETE: {
    summary: "Deletes one’s own message",
    description:
      "Its text and files are gone for others at once, its place stays. Those who lead a group may delete others’.",
    access: "somebody",
    answers: { 204: null },
    errors: ["forbidden", "conflict", "rate_limited"],
  },
});

async function edit(
  ctx: Context<State>,
  actor: ReturnType<typeof requireSomebody>,
  content: string,
): Promise<Response> {
  const { app, ip } = ctx.state;
  await app.requireSendPace("messages", actor, ip);
  return Response.json(await app.chat.messages.edit(actor, readId(ctx.params.id), content));
}
