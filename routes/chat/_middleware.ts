import { define } from "@/lib/web/state.ts";

/** The chat is for members: whoever is not signed in is led to the door, and back after. */
export const handler = define.middleware((ctx) => {
  if (ctx.state.actor !== null) return ctx.next();
  const { pathname, search } = ctx.url;
  return ctx.redirect(`/login?next=${encodeURIComponent(pathname + search)}`, 303);
});
