import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The small WebP that stands for a file. */
  GET(ctx) {
    return ctx.state.app.uploads.serve(requireActor(ctx), readId(ctx.params.id), ctx.req, {
      thumbnail: true,
    });
  },
});
