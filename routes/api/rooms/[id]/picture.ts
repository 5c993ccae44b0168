import { Conversation } from "@/lib/protocol/entities.ts";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { UPLOAD_ERRORS } from "@/lib/web/reference/shared.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

/** How a group looks, by those who run it; the answer is the group as it stands then. */
export const handler = define.handlers({
  /** The middle of the picture is kept, as a square. */
  async PUT(ctx) {
    const { uploads } = ctx.state.app;
    return Response.json(await uploads.setGroupPicture(requireActor(ctx), readId(ctx.params.id), ctx.req));
  },

  async DELETE(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    app.requirePace(actor);
    return Response.json(await app.chat.groups.setPicture(actor, readId(ctx.params.id), null));
  },
});

export const docs = describe<typeof handler>({
  PUT: {
    summary: "Gives a group a picture",
    description:
      "For its owner, its admins, and admins of the workspace. The middle of it is kept, as a square WebP.",
    files: { most: 1, says: "An image of up to 10 MB." },
    answers: { 200: Conversation },
    errors: ["forbidden", "muted", "conflict", ...UPLOAD_ERRORS],
  },
  DELETE: {
    summary: "Takes a group’s picture away",
    answers: { 200: Conversation },
    errors: ["forbidden", "muted", "conflict", "rate_limited"],
  },
});
