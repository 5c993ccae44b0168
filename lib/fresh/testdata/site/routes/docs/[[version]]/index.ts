import type { Context } from "fresh";

export const handler = (ctx: Context) => ctx.json([ctx.params, ctx.route]);
