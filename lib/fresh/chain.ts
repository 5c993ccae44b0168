import type { Context } from "./context.ts";
import { HttpError } from "./http_error.ts";
import type { Frame } from "./render.ts";
import type { Middleware, PageResponse } from "./types.ts";

export type Handler<State> = (
  ctx: Context<State>,
) => Response | PageResponse<unknown> | Promise<Response | PageResponse<unknown>>;

/** An error or not-found page as it applies to one chain. */
export interface ErrorStep<State> {
  kind: "error" | "notFound";
  run: (ctx: Context<State>) => Promise<Response>;
  /** A function that answers by itself is told of everything; a mere page leaves the logging to us. */
  logs: boolean;
  frame: Frame<State>;
  /** Set when it holds only for some paths. */
  test: ((path: string) => boolean) | null;
}

/** One room a request passes: a middleware, or a place where what is thrown further in is caught. */
export type Step<State> =
  | { run: Middleware<State>; test: ((path: string) => boolean) | null; catches: null }
  | { run: null; test: null; catches: ErrorStep<State>[] };

/** Everything that happens to a request of one route, worked out when the application starts. */
export interface Chain<State> {
  pattern: string | null;
  steps: Step<State>[];
  frame: Frame<State>;
  /** Most specific first; for what reaches the outside uncaught. */
  errors: ErrorStep<State>[];
}

/** Run the steps from one on. Rejects with what was thrown and not caught on the way. */
export async function runSteps<State>(ctx: Context<State>, index: number): Promise<Response> {
  const step = ctx.chain.steps[index];
  if (step === undefined) throw new HttpError(404);
  if (step.run === null) {
    try {
      return await runSteps(ctx, index + 1);
    } catch (error) {
      return await answerError(ctx, error, step.catches);
    }
  }
  if (step.test !== null && !step.test(ctx.path)) return runSteps(ctx, index + 1);
  ctx.position = index;
  const result = await step.run(ctx);
  ctx.position = index;
  if (typeof result === "function") {
    // A lazy middleware has loaded the real one: keep it.
    step.run = result as Middleware<State>;
    return await step.run(ctx);
  }
  return result;
}

/**
 * Have the most specific page that fits answer an error: not-found pages take every 404. If a page fails
 * itself, the next one is asked; if none is left, what was thrown goes on outwards.
 */
export async function answerError<State>(
  ctx: Context<State>,
  error: unknown,
  pages: ErrorStep<State>[],
): Promise<Response> {
  let thrown = error;
  for (const page of inOrder(pages, error)) {
    if (ctx.failedPages.includes(page) || (page.test !== null && !page.test(ctx.path))) continue;
    if (page.logs) logFault(thrown);
    const before = ctx.frame;
    ctx.error = thrown;
    ctx.frame = page.frame;
    try {
      return await page.run(ctx);
    } catch (next) {
      // The page rethrew: somebody further out shall decide. Otherwise it has a fault of its own.
      if (next !== thrown) logFault(next);
      ctx.failedPages.push(page);
      thrown = next;
    } finally {
      ctx.frame = before;
    }
  }
  throw thrown;
}

function inOrder<State>(pages: ErrorStep<State>[], error: unknown): ErrorStep<State>[] {
  const general = pages.filter((page) => page.kind === "error");
  if (!(error instanceof HttpError && error.status === 404)) return general;
  return [...pages.filter((page) => page.kind === "notFound"), ...general];
}

/** Faults go to the log, never to the client. A thrown status below 500 is an answer, not a fault. */
export function logFault(error: unknown): void {
  if (error instanceof HttpError && error.status < 500) return;
  try {
    console.error(error);
  } catch {
    // The log's disk is full, or its reader gone: the answer is on its way all the same.
  }
}
