import type { Context, RouteConfig } from "fresh";

export const config: RouteConfig = { routeOverride: "/x/:module@:version", methods: ["GET", "PUT"] };
export const handler = (ctx: Context) => ctx.json(ctx.params);
