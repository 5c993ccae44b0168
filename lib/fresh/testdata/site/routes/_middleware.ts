import type { Context } from "fresh";

export const handler = async (ctx: Context<{ lang?: string; seen?: string[] }>) => {
  ctx.state.lang = "en";
  ctx.state.seen = ["root"];
  const response = await ctx.next();
  response.headers.set("x-seen", ctx.state.seen.join(","));
  return response;
};
