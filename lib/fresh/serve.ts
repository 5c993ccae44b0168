import { ALIVE, alive } from "./alive.ts";
import { answerError, logFault, runSteps } from "./chain.ts";
import { statusOf, type Table } from "./commands.ts";
import { Context } from "./context.ts";
import { HttpError, statusText } from "./http_error.ts";
import type { Site } from "./render.ts";
import { pathOf } from "./router.ts";
import type { Method, ResolvedFreshConfig } from "./types.ts";

/** What an application has become once it is loaded. */
export interface Ready<State> {
  site: Site<State>;
  table: Table<State>;
}

/** Answer one request. Never rejects. */
export async function serve<State>(
  { site, table }: Ready<State>,
  req: Request,
  info: Deno.ServeHandlerInfo | undefined,
): Promise<Response> {
  const path = pathOf(req.url);
  if (site.config.mode === "development" && path === site.config.basePath + ALIVE) return alive();
  let ctx: Context<State>;
  let malformed: unknown = null;
  let allow: Method[] = [];
  try {
    const match = table.router.find(req.method, path);
    if (match.value) ctx = new Context(req, info, path, match.params, match.value, site);
    else {
      allow = match.allow;
      ctx = new Context(req, info, path, {}, table.unmatched, site);
    }
  } catch (error) {
    malformed = error;
    ctx = new Context(req, info, path, {}, table.unmatched, site);
  }
  return finish(ctx, await respond(ctx, malformed ?? wrongMethod(ctx, allow)));
}

function wrongMethod<State>(ctx: Context<State>, allow: Method[]): HttpError | null {
  if (allow.length === 0) return null;
  ctx.outgoing.push(["allow", allow.join(", ")]);
  return new HttpError(405);
}

/** @param refusal what is already known to be wrong with the request; middlewares still see it pass */
async function respond<State>(ctx: Context<State>, refusal: unknown): Promise<Response> {
  ctx.refusal = refusal;
  try {
    return await runSteps(ctx, 0);
  } catch (error) {
    try {
      return await answerError(ctx, error, ctx.chain.errors);
    } catch (unanswered) {
      return plainAnswer(unanswered, ctx.config.mode);
    }
  }
}

function plainAnswer(error: unknown, mode: ResolvedFreshConfig["mode"]): Response {
  logFault(error);
  const status = statusOf(error);
  let text = error instanceof HttpError && status < 500 ? error.message : statusText(status);
  if (mode === "development" && status >= 500 && error instanceof Error) text = error.stack ?? text;
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

function finish<State>(ctx: Context<State>, response: Response): Response {
  // Status 101 belongs to a socket: that response must go out as it is.
  if (response.status === 101) return response;
  let result = response;
  if (ctx.req.method === "HEAD" && response.body !== null) {
    response.body.cancel().catch(() => {});
    result = new Response(null, response);
  }
  for (const [name, value] of ctx.outgoing) {
    if (result.headers.has(name)) continue;
    result = withHeader(result, name, value);
  }
  return result;
}

/** Set a header, also on responses whose headers are sealed (those of fetch and Response.redirect). */
function withHeader(response: Response, name: string, value: string): Response {
  try {
    response.headers.set(name, value);
    return response;
  } catch {
    const copy = new Response(response.body, response);
    copy.headers.set(name, value);
    return copy;
  }
}

/** For what goes wrong outside of a request's own answer. */
export function lastResort(error: unknown): Response {
  logFault(error);
  return new Response(statusText(500), { status: 500 });
}
