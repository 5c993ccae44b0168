import type { Chain, ErrorStep, Handler, Step } from "./chain.ts";
import { HttpError } from "./http_error.ts";
import { type Frame, type Layout, renderComponent } from "./render.ts";
import { Router } from "./router.ts";
import { type Coverage, covers, coversUnmatched, depth, type Scope } from "./scope.ts";
import type { LayoutConfig, Method, Middleware, PageComponent, RouteConfig, RouteHandler } from "./types.ts";
import { METHODS } from "./types.ts";

/** What was registered on an application, in order; `routes/` becomes such commands too. */
export type Command<State> =
  | { type: "middleware"; scope: Scope; run: Middleware<State> }
  | { type: "layout"; scope: Scope; component: PageComponent<unknown, State>; config: LayoutConfig }
  | { type: "error"; scope: Scope; kind: "error" | "notFound"; route: Target<State> }
  | { type: "route"; pattern: string; dir: string | null; method: Method | null; route: Target<State> };

/** What answers in the end: a handler, a page, or a page fed by a handler. */
export interface Target<State> {
  /** Middlewares of this route alone. */
  before?: Middleware<State>[];
  handler: Handler<State> | null;
  component: PageComponent<unknown, State> | null;
  config: RouteConfig;
}

export interface Table<State> {
  router: Router<Chain<State>>;
  /** For paths that no route answers. */
  unmatched: Chain<State>;
}

/** Work out the chain of every route, once, so that a request finds everything ready. */
export function buildTable<State>(commands: Command<State>[]): Table<State> {
  const router = new Router<Chain<State>>();
  for (const [index, command] of commands.entries()) {
    if (command.type !== "route") continue;
    if (!router.add(command.method, command.pattern, routeChain(commands, index, command))) {
      throw new Error(`There are two routes for ${command.method ?? "all methods of"} ${command.pattern}`);
    }
  }
  return { router, unmatched: unmatchedChain(commands) };
}

/** The targets of handlers and component of one route, by method; null stands for every method. */
export function targetsByMethod<State>(
  handlers: RouteHandler<unknown, State> | undefined,
  component: PageComponent<unknown, State> | null,
  config: RouteConfig,
): [Method | null, Target<State>][] {
  if (typeof handlers === "function" || !handlers) {
    const target: Target<State> = { handler: handlers ?? null, component, config };
    const methods: (Method | null)[] = Array.isArray(config.methods)
      ? config.methods
      : [handlers || config.methods === "ALL" ? null : "GET"];
    return methods.map((method) => [method, target]);
  }
  const targets: [Method | null, Target<State>][] = [];
  for (const method of METHODS) {
    const handler = handlers[method];
    if (handler) targets.push([method, { handler, component, config }]);
  }
  if (component && !handlers.GET) targets.push(["GET", { handler: null, component, config }]);
  return targets;
}

function routeChain<State>(
  commands: Command<State>[],
  index: number,
  route: Command<State> & { type: "route" },
): Chain<State> {
  const coverage = (scope: Scope) => covers(scope, route.pattern, route.dir);
  const pages = errorPages(commands, coverage);
  const before = commands.slice(0, index);
  const steps = stepsOf(before, pages, coverage);
  for (const run of route.route.before ?? []) steps.push({ run, test: null, catches: null });
  steps.push({ run: (ctx) => answer(ctx, route.route), test: null, catches: null });
  const frame = frameOf(before, coverage, route.route.config);
  return { pattern: route.pattern, steps, frame, errors: pages.map(({ step }) => step) };
}

function unmatchedChain<State>(commands: Command<State>[]): Chain<State> {
  const pages = errorPages(commands, coversUnmatched);
  const steps = stepsOf(commands, pages, coversUnmatched);
  const refuse: Middleware<State> = (ctx) => {
    throw ctx.refusal ?? new HttpError(404);
  };
  steps.push({ run: refuse, test: null, catches: null });
  const frame = { layouts: [], skipAppWrapper: false };
  return { pattern: null, steps, frame, errors: pages.map(({ step }) => step) };
}

/** An error page that holds for a chain, with its place among the commands. */
interface ErrorPage<State> {
  index: number;
  depth: number;
  step: ErrorStep<State>;
}

/** Middlewares in order, and the places where errors are caught: what stands after them is inside. */
function stepsOf<State>(
  commands: Command<State>[],
  pages: ErrorPage<State>[],
  coverage: (scope: Scope) => Coverage,
): Step<State>[] {
  const steps: Step<State>[] = [];
  for (const [index, command] of commands.entries()) {
    if (command.type === "middleware") {
      const covered = coverage(command.scope);
      if (covered === false) continue;
      steps.push({ run: command.run, test: covered === true ? null : covered, catches: null });
    } else if (pages.some((page) => page.index === index)) {
      const catches = pages.filter((page) => page.index <= index).map(({ step }) => step);
      const last = steps.at(-1);
      if (last?.catches) last.catches = catches;
      else steps.push({ run: null, test: null, catches });
    }
  }
  return steps;
}

/** Error pages that hold, most specific first; of two for the same part, the one registered last. */
function errorPages<State>(
  commands: Command<State>[],
  coverage: (scope: Scope) => Coverage,
): ErrorPage<State>[] {
  const pages: ErrorPage<State>[] = [];
  for (const [index, command] of commands.entries()) {
    if (command.type !== "error") continue;
    const covered = coverage(command.scope);
    if (covered === false) continue;
    const step: ErrorStep<State> = {
      kind: command.kind,
      run: (ctx) => answer(ctx, command.route, statusOf(ctx.error)),
      logs: command.route.handler === null,
      frame: errorFrame(commands, command),
      test: covered === true ? null : covered,
    };
    pages.push({ index, depth: depth(command.scope), step });
  }
  return pages.sort((a, b) => b.depth - a.depth || b.index - a.index);
}

/** An error page wears the layouts of its own place, not those of the page that failed. */
function errorFrame<State>(all: Command<State>[], error: Command<State> & { type: "error" }): Frame<State> {
  const { path, dir } = error.scope;
  return frameOf(all, (scope) => covers(scope, path, dir) === true, error.route.config);
}

function frameOf<State>(
  commands: Command<State>[],
  coverage: (scope: Scope) => Coverage,
  config: RouteConfig,
): Frame<State> {
  const layouts: Layout<State>[] = [];
  for (const command of config.skipInheritedLayouts ? [] : commands) {
    // A layout that may or may not hold would make two requests of one route look different: left out.
    if (command.type !== "layout" || coverage(command.scope) !== true) continue;
    layouts.push({ component: command.component, config: command.config });
  }
  return { layouts, skipAppWrapper: config.skipAppWrapper === true };
}

/** The status an error asks for: that of an HttpError, otherwise 500. */
export function statusOf(error: unknown): number {
  return error instanceof HttpError ? error.status : error === null ? 200 : 500;
}

async function answer<State>(
  ctx: Parameters<Handler<State>>[0],
  target: Target<State>,
  status: number = 200,
): Promise<Response> {
  const { handler, component } = target;
  let result: Awaited<ReturnType<Handler<State>>> = { data: undefined };
  if (handler) result = await handler(ctx);
  if (result instanceof Response) return result;
  // A lazy handler has loaded the real one.
  if (typeof result === "function") return answer(ctx, { ...target, handler: result }, status);
  if (!component) {
    throw new Error(`The handler of ${ctx.route ?? ctx.path} returned data, but there is no page to show it`);
  }
  return renderComponent(ctx, component, { ...result, status: result?.status ?? status });
}
