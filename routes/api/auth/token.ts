import type { Context } from "fresh";
import { z } from "zod";
import { Tokens } from "@/lib/protocol/accounts.ts";
import type { SignedIn } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { readForm } from "@/lib/web/body.ts";
import { refusalResponse, reportFault, toRefusal } from "@/lib/web/errors.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define, type State } from "@/lib/web/state.ts";

const Body = z.looseObject({ grant_type: z.string() });

/** The two grants (RFC 6749, 4.3 and 6); `username` is the e-mail. Scope and client are not asked for. */
const Grant = z.discriminatedUnion("grant_type", [
  z.object({ grant_type: z.literal("password"), username: z.string().max(1000), password: z.string() }),
  z.object({ grant_type: z.literal("refresh_token"), refresh_token: z.string().min(1).max(200) }),
]);

export const handler = define.handlers({
  async POST(ctx) {
    try {
      const { user: _, ...tokens } = await grant(ctx, Grant.parse(await readForm(ctx.req, Body)));
      return Response.json(tokens, { headers: NO_STORE });
    } catch (error) {
      return await refuse(ctx, error);
    }
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "OAuth 2 password and refresh grants, for API clients",
    description:
      "RFC 6749, 4.3 and 6: `username` is the e-mail. A refusal carries `error` and `error_description` " +
      "(5.2) beside `detail` and `code`; a wrong grant is 400.",
    access: "anyone",
    form: Grant,
    answers: { 200: Tokens },
    errors: ["rate_limited"],
  },
});

// RFC 6749, 5.1 asks for both.
const NO_STORE = { "cache-control": "no-store", "pragma": "no-cache" };

async function grant(ctx: Context<State>, input: z.output<typeof Grant>): Promise<SignedIn> {
  const { accounts } = ctx.state.app;
  if (input.grant_type === "refresh_token") return await accounts.refresh(input.refresh_token, clientOf(ctx));
  const { username: email, password } = input;
  return (await accounts.login({ email, password }, clientOf(ctx), "api")).answer;
}

/** The error of RFC 6749, 5.2 beside our own words. */
async function refuse(ctx: Context<State>, thrown: unknown): Promise<Response> {
  const { locale, time_zone, request_id, app: { log } } = ctx.state;
  const refusal = toRefusal(thrown, locale, time_zone);
  reportFault(thrown, refusal, { request_id, log });
  const error = oauthError(thrown);
  // A wrong grant is a bad request here; 401 is for clients that fail to prove themselves.
  const response = refusalResponse(error === null ? refusal : { ...refusal, status: 400 }, request_id);
  response.headers.set("pragma", "no-cache");
  if (error === null) return response;
  const body = { error, error_description: refusal.detail, ...await response.json() };
  return Response.json(body, { status: response.status, headers: response.headers });
}

function oauthError(thrown: unknown): string | null {
  if (thrown instanceof z.ZodError) {
    const unknown = thrown.issues.some(({ code, path }) =>
      code === "invalid_union" && path[0] === "grant_type"
    );
    return unknown ? "unsupported_grant_type" : "invalid_request";
  }
  if (!(thrown instanceof AppError) || thrown.status >= 413) return null;
  return thrown.code === "invalid_body" ? "invalid_request" : "invalid_grant";
}
