import { Attachment } from "@/lib/protocol/entities.ts";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { UPLOAD_ERRORS, VOICE_ERRORS } from "@/lib/web/reference/shared.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Adds a file to one's own message. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireSomebody(ctx);
    const place = { conversation_id: readId(ctx.params.id), message_id: readId(ctx.params.mid) };
    await app.requireSendPace("uploads", actor, ctx.state.ip);
    const key = ctx.req.headers.get("idempotency-key");
    return Response.json(await app.uploads.addAttachment(actor, place, ctx.req, key), { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Adds a file to one’s own message",
    description:
      "Told to all as an edit, with the text and `is_edited` as they were: clients fetch the message anew.",
    access: "somebody",
    files: { most: 1, says: "An image or a video, up to 10 MB (10,485,760 bytes)." },
    answers: { 201: Attachment },
    errors: ["forbidden", ...VOICE_ERRORS, "conflict", ...UPLOAD_ERRORS],
  },
});
