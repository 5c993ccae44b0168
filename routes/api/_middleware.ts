import { errorResponse } from "@/lib/web/errors.ts";
import { answerOnce } from "@/lib/web/repeats.ts";
import { define } from "@/lib/web/state.ts";

/** Every failure under `/api` is JSON, and what is asked for twice under one key is done once. */
export const handler = define.middleware(async (ctx) => {
  try {
    return await answerOnce(ctx);
  } catch (error) {
    return errorResponse(error, { ...ctx.state, log: ctx.state.app.log });
  }
});
export default handler;
