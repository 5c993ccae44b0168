import { z } from "zod";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The small WebP that stands for a file. */
  GET(ctx) {
    return ctx.state.app.uploads.serve(requireSomebody(ctx), readId(ctx.params.id), ctx.req, {
      thumbnail: true,
    });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "The small WebP that stands for a file",
    access: "somebody",
    query: z.object({
      k: z.string().optional().describe("The `files_token` of a visitor of a site, who can send no header."),
    }),
    answers: {
      200: { says: "The picture.", types: ["image/webp"], headers: { ETag: "Its validator." } },
      206: { says: "The part that `Range` asked for.", types: ["image/webp"] },
      304: { says: "`If-None-Match` named it." },
      416: { says: "There is no such part." },
    },
  },
});
