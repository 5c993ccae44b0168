import type { Command, Target } from "./commands.ts";
import { targetsByMethod } from "./commands.ts";
import type { LoadedModule } from "./snapshot.ts";
import type { LayoutConfig, Method, Middleware, PageComponent, RouteConfig, RouteHandler } from "./types.ts";

type Exports = Record<string, unknown>;

/**
 * The modules of `routes/` as commands: first what surrounds (error pages, middlewares, layouts), outer
 * folders before inner ones, then the routes.
 * @param prefix path under which they are mounted, "" or "/x"
 */
export function fsCommands<State>(modules: readonly LoadedModule[], prefix: string): Command<State>[] {
  const around: [depth: number, rank: number, command: Command<State>][] = [];
  const routes: Command<State>[] = [];
  for (const [file, exports] of [...modules].sort(([a], [b]) => a < b ? -1 : 1)) {
    const { dir, name } = splitPath(file);
    if (name === "_app") continue;
    if (!name.startsWith("_")) {
      routes.push(...routeCommands<State>(file, dir, exports, prefix));
      continue;
    }
    const depth = dir === "" ? 0 : dir.split("/").length;
    const scope = { path: (prefix + dirPath(dir)) || "/", dir };
    specialCommands<State>(name, file, exports, scope).forEach((command) =>
      around.push([depth, RANK[command.type], command])
    );
  }
  around.sort(([depthA, rankA], [depthB, rankB]) => depthA - depthB || rankA - rankB);
  return [...around.map(([, , command]) => command), ...routes];
}

/** Within a folder: what catches stands outside of what may throw. */
const RANK = { error: 0, middleware: 1, layout: 2, route: 3 };

/** The `_app` at the top, if there is one. */
export function fsAppWrapper<State>(modules: readonly LoadedModule[]): PageComponent<unknown, State> | null {
  const found = modules.find(([file]) => /^_app\.[jt]sx?$/.test(file));
  return found ? component<State>(found[1]) : null;
}

/** A route of `routes/`, for those who describe what a site answers. */
export interface FsRoute {
  /** Relative to `routes/`. */
  readonly file: string;
  /** As {@link pathToPattern} gives it, or as the route says itself. */
  readonly pattern: string;
  readonly methods: readonly Method[];
  readonly exports: Exports;
}

/** The routes among the modules of `routes/`. A handler of every method shows as GET. */
export function fsRoutes(modules: readonly LoadedModule[]): FsRoute[] {
  return modules.filter(([file]) => !splitPath(file).name.startsWith("_")).map(([file, exports]) => {
    const commands = routeCommands(file, splitPath(file).dir, exports, "");
    const routes = commands.filter((command) => command.type === "route");
    return {
      file,
      exports,
      pattern: routes[0]!.pattern,
      methods: routes.map(({ method }) => method ?? "GET"),
    };
  });
}

/** Whether a file below `routes/` takes part: modules, but no tests and nothing in `(_…)` folders. */
export function isRouteFile(path: string): boolean {
  return /\.[jt]sx?$/.test(path) && !/[._]test\.[jt]sx?$/.test(path) && !/\.d\.ts$/.test(path) &&
    !/(^|\/)\(_[^/]*\)\//.test(path);
}

function specialCommands<State>(
  name: string,
  file: string,
  exports: Exports,
  scope: { path: string; dir: string },
): Command<State>[] {
  switch (name) {
    case "_middleware":
      return middlewares<State>(file, exports).map((run) => ({ type: "middleware", scope, run }));
    case "_layout": {
      const layout = component<State>(exports);
      if (!layout) throw new Error(`routes/${file} has no default export`);
      return [{ type: "layout", scope, component: layout, config: (exports.config ?? {}) as LayoutConfig }];
    }
    case "_error":
    case "_500":
      return [{ type: "error", scope, kind: "error", route: target<State>(exports) }];
    case "_404":
      return [{ type: "error", scope, kind: "notFound", route: target<State>(exports) }];
    default:
      throw new Error(`routes/${file}: names with a leading underscore are reserved`);
  }
}

function middlewares<State>(file: string, exports: Exports): Middleware<State>[] {
  const found = exports.handler ?? exports.handlers ?? exports.middleware ?? exports.default;
  const list = (Array.isArray(found) ? found : [found]) as Middleware<State>[];
  if (list.some((fn) => typeof fn !== "function")) throw new Error(`routes/${file} exports no middleware`);
  return list;
}

function routeCommands<State>(
  file: string,
  dir: string,
  exports: Exports,
  prefix: string,
): Command<State>[] {
  const config = (exports.config ?? {}) as RouteConfig;
  const handlers = (exports.handler ?? exports.handlers) as RouteHandler<unknown, State> | undefined;
  const page = component<State>(exports);
  if (!handlers && !page) throw new Error(`routes/${file} exports neither handlers nor a page`);
  const pattern = (prefix + (config.routeOverride ?? pathToPattern(file))) || "/";
  return targetsByMethod(handlers, page, config).map(([method, route]) => (
    { type: "route", pattern, dir, method, route }
  ));
}

function target<State>(exports: Exports): Target<State> {
  const handler = (exports.handler ?? exports.handlers ?? null) as Target<State>["handler"] | {
    GET?: Target<State>["handler"];
  };
  return {
    handler: typeof handler === "function" ? handler : handler?.GET ?? null,
    component: component<State>(exports),
    config: (exports.config ?? {}) as RouteConfig,
  };
}

function component<State>(exports: Exports): PageComponent<unknown, State> | null {
  return typeof exports.default === "function" ? exports.default as PageComponent<unknown, State> : null;
}

/**
 * The pattern of a file: `index` is its folder, `[x]` is `:x`, `[[x]]` an optional segment, `[...x]` the
 * rest, `(group)` nothing.
 */
export function pathToPattern(file: string): string {
  const segments = file.replace(/\.[jt]sx?$/, "").split("/");
  if (segments.at(-1) === "index") segments.pop();
  let pattern = "";
  for (const segment of segments) {
    if (/^\(.*\)$/.test(segment)) continue;
    const optional = /^\[\[(\w+)\]\]$/.exec(segment);
    const rest = /^\[\.\.\.(\w+)\]$/.exec(segment);
    if (optional) pattern += `{/:${optional[1]}}?`;
    else if (rest) pattern += `/:${rest[1]}*`;
    else {
      pattern += "/" + segment.replace(/\[(\w+)\]/g, ":$1");
      if (/[[\]]/.test(pattern)) throw new Error(`routes/${file}: "${segment}" is no pattern of a route`);
    }
  }
  return pattern || "/";
}

/** The path of a folder for requests that no route answers; groups add nothing to it. */
function dirPath(dir: string): string {
  return dir === "" ? "" : pathToPattern(dir + "/index.ts").replace(/^\/$/, "");
}

function splitPath(file: string): { dir: string; name: string } {
  const slash = file.lastIndexOf("/");
  return {
    dir: slash === -1 ? "" : file.slice(0, slash),
    name: file.slice(slash + 1).replace(/\.[jt]sx?$/, ""),
  };
}
