import { rememberAssets } from "./assets.ts";
import { buildTable, type Command, targetsByMethod } from "./commands.ts";
import { fsAppWrapper, fsCommands, type FsRoute, fsRoutes } from "./fs_routes.ts";
import { islandTable } from "./islands.ts";
import { crawl } from "./load.ts";
import { toPath } from "./paths.ts";
import type { Site } from "./render.ts";
import { scopePath } from "./scope.ts";
import { lastResort, type Ready, serve } from "./serve.ts";
import type { Snapshot } from "./snapshot.ts";
import type {
  FreshConfig,
  HandlerFn,
  LayoutConfig,
  ListenOptions,
  MaybeLazy,
  Method,
  Middleware,
  PageComponent,
  ResolvedFreshConfig,
  RouteDefinition,
} from "./types.ts";
import type { UpgradeOptions, WebSocketHandlers } from "./upgrade.ts";

/** A handler of Requests, as `Deno.serve` wants it; the info may be left out in tests. */
export type RequestHandler = (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

type Pending<State> = Command<State> | { type: "files"; prefix: string };
type Middlewares<State> = MaybeLazy<Middleware<State>>[];
type Handlers<State> = [...Middlewares<State>, MaybeLazy<HandlerFn<unknown, State>>];

const EMPTY: Snapshot = { staticDir: null, manifest: null, routes: [], islands: [] };

/**
 * A site: middlewares, routes, layouts and error pages, applied in the order in which they were added.
 * Everything is worked out at the first request (or at `listen`), after which nothing can be added.
 */
export class App<State = unknown> {
  readonly config: ResolvedFreshConfig;
  readonly #snapshot: Snapshot | null;
  readonly #pending: Pending<State>[] = [];
  #appWrapper: PageComponent<unknown, State> | null = null;
  #ready: Promise<Ready<State>> | null = null;

  constructor(config: FreshConfig = {}) {
    const started = Deno.env.get("FRESH_DEV") === "1" ? "development" : "production";
    this.config = {
      basePath: (config.basePath ?? "").replace(/\/+$/, ""),
      root: toPath(config.root ?? Deno.cwd()),
      mode: config.mode ?? started,
    };
    this.#snapshot = config.snapshot ?? null;
  }

  /** Middlewares for everything below a path ("*" or none: everywhere) that is added after them. */
  use(...middlewares: Middlewares<State>): this;
  use(path: string, ...middlewares: Middlewares<State>): this;
  use(first: string | MaybeLazy<Middleware<State>>, ...rest: Middlewares<State>): this {
    const scope = { path: this.#scope(typeof first === "string" ? first : "*"), dir: null };
    for (const run of typeof first === "string" ? rest : [first, ...rest]) {
      this.#add({ type: "middleware", scope, run: run as Middleware<State> });
    }
    return this;
  }

  get(path: string, ...handlers: Handlers<State>): this {
    return this.#method("GET", path, handlers);
  }
  post(path: string, ...handlers: Handlers<State>): this {
    return this.#method("POST", path, handlers);
  }
  put(path: string, ...handlers: Handlers<State>): this {
    return this.#method("PUT", path, handlers);
  }
  patch(path: string, ...handlers: Handlers<State>): this {
    return this.#method("PATCH", path, handlers);
  }
  delete(path: string, ...handlers: Handlers<State>): this {
    return this.#method("DELETE", path, handlers);
  }
  head(path: string, ...handlers: Handlers<State>): this {
    return this.#method("HEAD", path, handlers);
  }
  options(path: string, ...handlers: Handlers<State>): this {
    return this.#method("OPTIONS", path, handlers);
  }
  all(path: string, ...handlers: Handlers<State>): this {
    return this.#method(null, path, handlers);
  }

  /** A route whose requests become sockets. */
  ws(path: string, handlers: WebSocketHandlers, options?: UpgradeOptions): this {
    return this.get(path, (ctx) => ctx.upgrade(handlers, options));
  }

  /** A route with handlers, a page, or both, as a file in `routes/` would define it. */
  route(path: string, route: RouteDefinition<unknown, State>): this {
    const pattern = this.#pattern(route.config?.routeOverride ?? path);
    const targets = targetsByMethod(
      route.handlers ?? route.handler,
      route.component ?? null,
      route.config ?? {},
    );
    for (const [method, target] of targets) {
      this.#add({ type: "route", pattern, dir: null, method, route: target });
    }
    return this;
  }

  /** Put the routes, layouts, middlewares and error pages of `routes/` here, below a path if one is given. */
  fsRoutes(path: string = "/"): this {
    const prefix = this.#pattern(path);
    return this.#add({ type: "files", prefix: prefix === "/" ? "" : prefix });
  }

  /** Answer what was not found: every 404 that is thrown, or that no route answers. */
  notFound(handler: HandlerFn<unknown, State> | RouteDefinition<unknown, State>): this {
    return this.#errorPage("notFound", "*", handler);
  }

  /** Answer what is thrown below a path ("*" or none: everywhere). */
  onError(handler: HandlerFn<unknown, State> | RouteDefinition<unknown, State>): this;
  onError(path: string, handler: HandlerFn<unknown, State> | RouteDefinition<unknown, State>): this;
  onError(
    first: string | HandlerFn<unknown, State> | RouteDefinition<unknown, State>,
    handler?: HandlerFn<unknown, State> | RouteDefinition<unknown, State>,
  ): this {
    if (typeof first === "string") return this.#errorPage("error", first, handler!);
    return this.#errorPage("error", "*", first);
  }

  /** The component around every page, `<html>` included. An `_app` file takes its place. */
  appWrapper(component: PageComponent<unknown, State>): this {
    this.#appWrapper = component;
    return this;
  }

  /** A component around the pages below a path ("*": all of them) that are added after it. */
  layout(path: string, component: PageComponent<unknown, State>, config: LayoutConfig = {}): this {
    return this.#add({ type: "layout", scope: { path: this.#scope(path), dir: null }, component, config });
  }

  /** The application as a function, for tests and for other servers. */
  handler(): RequestHandler {
    let ready: Ready<State> | null = null;
    return async (req, info) => {
      ready ??= await this.ready();
      return await serve(ready, req, info);
    };
  }

  /**
   * Load what has to be loaded, then serve.
   * @returns the server; with port 0 its address says which port it got
   */
  async listen(options: ListenOptions = {}): Promise<Deno.HttpServer<Deno.NetAddr>> {
    const ready = await this.ready();
    return Deno.serve({ onError: lastResort, ...options }, (req, info) => serve(ready, req, info));
  }

  /** Load and check all routes now rather than at the first request. @internal for the handler */
  ready(): Promise<Ready<State>> {
    return this.#ready ??= this.#load();
  }

  /** What `routes/` holds: for documents made from the routes themselves (not in Fresh). */
  async routeFiles(): Promise<FsRoute[]> {
    return fsRoutes((await this.ready()).site.snapshot.routes);
  }

  async #load(): Promise<Ready<State>> {
    const files = this.#pending.some((command) => command.type === "files");
    const snapshot = this.#snapshot ?? (files ? await crawl(this.config.root) : EMPTY);
    rememberAssets(snapshot.manifest);
    const commands = this.#pending.flatMap((command): Command<State>[] =>
      command.type === "files" ? fsCommands(snapshot.routes, command.prefix) : [command]
    );
    const site: Site<State> = {
      config: this.config,
      appWrapper: (files ? fsAppWrapper<State>(snapshot.routes) : null) ?? this.#appWrapper,
      snapshot,
      islands: islandTable(snapshot),
    };
    return { site, table: buildTable(commands) };
  }

  #method(method: Method | null, path: string, handlers: Handlers<State>): this {
    const pattern = this.#pattern(path);
    const before = handlers.slice(0, -1) as Middleware<State>[];
    const handler = handlers.at(-1) as HandlerFn<unknown, State>;
    const route = { before, handler, component: null, config: {} };
    return this.#add({ type: "route", pattern, dir: null, method, route });
  }

  #errorPage(
    kind: "error" | "notFound",
    path: string,
    handler: HandlerFn<unknown, State> | RouteDefinition<unknown, State>,
  ): this {
    const page = typeof handler === "function" ? { handler } : handler;
    const handle = page.handler ?? page.handlers;
    return this.#add({
      type: "error",
      kind,
      scope: { path: this.#scope(path), dir: null },
      route: {
        handler: (typeof handle === "function" ? handle : handle?.GET) ?? null,
        component: page.component ?? null,
        config: page.config ?? {},
      },
    });
  }

  #add(command: Pending<State>): this {
    if (this.#ready) throw new Error("The application already serves: nothing can be added to it");
    this.#pending.push(command);
    return this;
  }

  #scope(path: string): string {
    return scopePath(this.config.basePath + (path.startsWith("/") || path === "*" ? "" : "/") + path);
  }

  #pattern(path: string): string {
    const pattern = this.config.basePath + (path.startsWith("/") ? "" : "/") + path;
    return pattern.length > 1 ? pattern.replace(/\/$/, "") : pattern;
  }
}
