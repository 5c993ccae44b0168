import { errorResponse } from "@/lib/web/errors.ts";
import { define } from "@/lib/web/state.ts";

/** Files are fetched by programs and tags: a page that says what went wrong would be no use to them. */
export const handler = define.middleware(async (ctx) => {
  try {
    return await ctx.next();
  } catch (error) {
    return errorResponse(error, { ...ctx.state, log: ctx.state.app.log });
  }
});
export default handler;
