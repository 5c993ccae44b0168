import { Login, SignedIn } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { clientOf, signInResponse } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const input = await readJson(ctx.req, Login);
    return signInResponse(ctx, await ctx.state.app.accounts.login(input, clientOf(ctx)));
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Signs in",
    description:
      "An unknown e-mail and a wrong password are told apart neither by the answer nor by its time. " +
      "A browser on our own pages gets a session cookie besides. Without `workspace` it is the default one, else one’s first.",
    access: "anyone",
    body: Login,
    answers: { 200: SignedIn },
    errors: ["invalid_credentials", "banned", "rate_limited"],
  },
});
