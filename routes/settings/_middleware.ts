import { define } from "@/lib/web/state.ts";

/** Settings are one's own: whoever is not signed in is led to the door, and back after. */
export const handler = define.middleware((ctx) => {
  if (ctx.state.actor !== null) return ctx.next();
  return ctx.redirect(`/login?next=${encodeURIComponent(ctx.url.pathname)}`, 303);
});
