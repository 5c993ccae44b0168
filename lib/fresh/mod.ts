/** The server side of the Fresh 2 API; see README.md. */
import { installRenderHooks } from "./islands.ts";

export { App, type RequestHandler } from "./app.ts";
export { Context, type Context as FreshContext } from "./context.ts";
export { contentPolicy, csp, type CSPOptions } from "./csp.ts";
export { csrf, type CsrfOptions } from "./csrf.ts";
export { createDefine, type DataOf, type Define } from "./define.ts";
export type { FsRoute } from "./fs_routes.ts";
export { HttpError } from "./http_error.ts";
export { page } from "./page.ts";
export type { PageProps } from "./page_props.ts";
export type { Manifest, Snapshot } from "./snapshot.ts";
export { staticFiles } from "./static_files.ts";
export type {
  FreshConfig,
  HandlerByMethod,
  HandlerFn,
  LayoutConfig,
  ListenOptions,
  Method,
  Middleware,
  MiddlewareFn,
  PageComponent,
  PageResponse,
  ResolvedFreshConfig,
  RouteConfig,
  RouteDefinition,
  RouteHandler,
} from "./types.ts";
export type { Upgraded, UpgradeOptions, WebSocketHandlers } from "./upgrade.ts";

installRenderHooks();
