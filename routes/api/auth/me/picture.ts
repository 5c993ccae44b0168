import { Me } from "@/lib/protocol/accounts.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { UPLOAD_ERRORS } from "@/lib/web/reference/shared.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Sets one's picture; the middle of it is kept, as a square. */
  async PUT(ctx) {
    const { accounts, uploads } = ctx.state.app;
    const actor = requireActor(ctx);
    await uploads.setPicture(actor, ctx.req);
    return Response.json(await accounts.me(actor));
  },

  async DELETE(ctx) {
    const { accounts, uploads, requirePace } = ctx.state.app;
    const actor = requireActor(ctx);
    requirePace(actor);
    await uploads.removePicture(actor);
    return Response.json(await accounts.me(actor));
  },
});

export const docs = describe<typeof handler>({
  PUT: {
    summary: "Sets one’s picture",
    description:
      "The middle of it is kept as a square WebP of 256 pixels. Others learn its path as `profile_picture`.",
    files: { most: 1, says: "An image, up to 10 MB." },
    answers: { 200: Me },
    errors: UPLOAD_ERRORS,
  },
  DELETE: {
    summary: "Takes one’s picture away",
    answers: { 200: Me },
    errors: ["rate_limited"],
  },
});
