import { isStaff } from "@/lib/chat/actor.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { define } from "@/lib/web/state.ts";

/** The panel is there for admins alone; for other people it does not exist. Whoever is not signed in is led to the door. */
export const handler = define.middleware((ctx) => {
  const { actor } = ctx.state;
  if (actor === null) return ctx.redirect(`/login?next=${encodeURIComponent(ctx.url.pathname)}`, 303);
  if (!isStaff(actor)) throw new AppError("not_found");
  return ctx.next();
});
