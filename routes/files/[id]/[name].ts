import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** A file, or the part of it that is asked for. Its name in the path is for people; `?download` saves it. */
  GET(ctx) {
    const download = ctx.url.searchParams.has("download");
    return ctx.state.app.uploads.serve(requireActor(ctx), readId(ctx.params.id), ctx.req, { download });
  },
});
