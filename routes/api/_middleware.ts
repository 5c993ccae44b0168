import { errorResponse } from "@/lib/web/errors.ts";
import { define } from "@/lib/web/state.ts";

/** Every failure under `/api` is JSON. */
export const handler = define.middleware(async (ctx) => {
  try {
    return await ctx.next();
  } catch (error) {
    return errorResponse(error, { ...ctx.state, log: ctx.state.app.log });
  }
});
export default handler;
