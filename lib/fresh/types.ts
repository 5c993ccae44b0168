import type { ComponentChildren } from "preact";
import type { Context } from "./context.ts";
import type { PageProps } from "./page_props.ts";
import type { Snapshot } from "./snapshot.ts";

/** The methods a route may answer. */
export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;
export type Method = typeof METHODS[number];

/** What a handler returns to have the page component of its route rendered. */
export interface PageResponse<Data> {
  data: Data;
  status?: number;
  headers?: HeadersInit;
}

type Awaitable<T> = T | Promise<T>;

/** Stands before handlers: answers itself or returns `ctx.next()`. */
export type Middleware<State> = (ctx: Context<State>) => Awaitable<Response>;
export type MiddlewareFn<State> = Middleware<State>;
/** A middleware, or a function that loads one when it is first needed. */
export type MaybeLazy<Fn> = Fn | (() => Promise<Fn>);

export type HandlerFn<Data, State> = (ctx: Context<State>) => Awaitable<Response | PageResponse<Data>>;
export type HandlerByMethod<Data, State> = { [M in Method]?: HandlerFn<Data, State> };
export type RouteHandler<Data, State> = HandlerFn<Data, State> | HandlerByMethod<Data, State>;

/** A page, layout, error page or app wrapper: a component, or an async function of the same props. */
export type PageComponent<Data, State> = {
  // Method syntax keeps the parameter bivariant, so that a page of narrower props can be listed.
  bivariant(props: PageProps<Data, State>): Awaitable<ComponentChildren | Response>;
}["bivariant"];

export interface LayoutConfig {
  /** Render without the `_app` wrapper. */
  skipAppWrapper?: boolean;
  /** Render without the layouts of outer folders. */
  skipInheritedLayouts?: boolean;
}

export interface RouteConfig extends LayoutConfig {
  /** A pattern (URLPattern syntax for paths) used instead of the one derived from the file name. */
  routeOverride?: string;
  /** Which methods a single handler function or a bare page answers. Default: all. */
  methods?: "ALL" | Method[];
}

/** What `app.route` takes, and what a file in `routes/` exports. */
export interface RouteDefinition<Data, State> {
  component?: PageComponent<Data, State>;
  handlers?: RouteHandler<Data, State>;
  handler?: RouteHandler<Data, State>;
  config?: RouteConfig;
}

export interface FreshConfig {
  /** Prefix of every route and asset, without a slash at its end. */
  basePath?: string;
  /** Folder of `routes/`, `islands/`, `static/` and `_fresh/`: a path or file URL. Default: working folder. */
  root?: string | URL;
  /** "development" shows stacks and reloads the browser. Default: production, unless dev.ts started it. */
  mode?: "development" | "production";
  /** Modules and assets of a build (not in Fresh, which applies its own). Without it `routes/` is crawled. */
  snapshot?: Snapshot;
}

export interface ResolvedFreshConfig {
  readonly basePath: string;
  /** Absolute path. */
  readonly root: string;
  readonly mode: "development" | "production";
}

export type ListenOptions = Deno.ServeTcpOptions & { signal?: AbortSignal };
