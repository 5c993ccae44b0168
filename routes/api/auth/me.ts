import { Me, Profile } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return Response.json(await ctx.state.app.accounts.me(requireActor(ctx)));
  },
  async PATCH(ctx) {
    const { accounts, requirePace } = ctx.state.app;
    const actor = requireActor(ctx);
    const changes = await readJson(ctx.req, Profile);
    requirePace(actor);
    return Response.json(await accounts.updateProfile(actor, changes));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Oneself",
    answers: { 200: Me },
  },
  PATCH: {
    summary: "Changes one’s own profile",
    description:
      "What is left out stays. Null lets go of a choice: then the workspace’s or the browser’s counts.",
    body: Profile,
    answers: { 200: Me },
    errors: ["username_taken", "username_invalid", "name_too_long", "rate_limited"],
  },
});
