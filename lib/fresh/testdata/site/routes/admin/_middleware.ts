import { type Context, HttpError } from "fresh";

export default [
  (ctx: Context<{ seen?: string[] }>) => {
    ctx.state.seen?.push("admin");
    return ctx.next();
  },
  (ctx: Context) => {
    if (!ctx.req.headers.has("x-admin")) throw new HttpError(404);
    return ctx.next();
  },
];
