import type { Context } from "fresh";

export const handler = { GET: (ctx: Context) => ctx.text("me") };
