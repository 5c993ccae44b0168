import { Message } from "@/lib/protocol/entities.ts";
import { ATTACHMENTS_MAX, UploadFields } from "@/lib/protocol/uploads.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { UPLOAD_ERRORS, VOICE_ERRORS } from "@/lib/web/reference/shared.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Sends files, with or without text, as one message: into the global room unless told otherwise. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireSomebody(ctx);
    await app.requireSendPace("uploads", actor, ctx.state.ip);
    const message = await app.uploads.sendMessage(actor, ctx.req, ctx.req.headers.get("idempotency-key"));
    return Response.json(message, { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Sends files as one message, with or without text",
    description:
      "Into the global room unless told otherwise. A file may have `UPLOAD_MAX_MB` (50), a request twice that.",
    access: "somebody",
    files: {
      most: ATTACHMENTS_MAX,
      says: "JPEG, PNG, WebP, GIF, AVIF, HEIC, MP4 or MOV, by its content, with a name that agrees.",
      fields: UploadFields,
    },
    answers: { 201: Message },
    errors: [
      "content_too_long",
      "not_found",
      ...VOICE_ERRORS,
      "conflict",
      ...UPLOAD_ERRORS,
    ],
  },
});
