import { z } from "zod";
import { UsernameAnswer, UsernameQuery } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { readQuery } from "@/lib/web/body.ts";
import { toRefusal } from "@/lib/web/errors.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Whether one could be called that. A name that cannot be had is an answer and no failure. */
  async GET(ctx) {
    const actor = requireActor(ctx);
    const headers = { "cache-control": "no-store" };
    const say = (answer: UsernameAnswer) => Response.json(answer, { headers });
    try {
      await ctx.state.app.accounts.requireFree(actor, readQuery(ctx.url, UsernameQuery).username);
      return say({ available: true });
    } catch (error) {
      const expected = error instanceof z.ZodError ||
        error instanceof AppError && error.code === "username_taken";
      if (!expected) throw error;
      const { code, detail } = toRefusal(error, ctx.state.locale);
      return say({ available: false, code, detail });
    }
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Tells whether one could be called that",
    description:
      "A name that cannot be had is an answer and no failure: it says why. One’s own is always available.",
    query: UsernameQuery,
    answers: { 200: UsernameAnswer },
    errors: ["rate_limited"],
  },
});
