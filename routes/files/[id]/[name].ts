import { z } from "zod";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** A file, or the part of it that is asked for. Its name in the path is for people; `?download` saves it. */
  GET(ctx) {
    const download = ctx.url.searchParams.has("download");
    return ctx.state.app.uploads.serve(requireSomebody(ctx), readId(ctx.params.id), ctx.req, { download });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "A file, or the part of it that is asked for",
    description: "Its name in the path is for people. Each fetch asks whether one may read the conversation.",
    access: "somebody",
    params: { name: z.string() },
    query: z.object({
      k: z.string().optional().describe("The `files_token` of a visitor of a site, who can send no header."),
      download: z.string().optional().describe("There at all: a browser saves the file."),
    }),
    answers: {
      200: {
        says: "The file.",
        types: ["image/*", "video/*"],
        headers: { ETag: "Its validator.", "Accept-Ranges": "`bytes`" },
      },
      206: { says: "The part that `Range` asked for.", types: ["image/*", "video/*"] },
      304: { says: "`If-None-Match` named it." },
      416: { says: "There is no such part." },
    },
  },
});
