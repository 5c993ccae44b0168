import type { ComponentType, VNode } from "preact";
import type { Chain, ErrorStep } from "./chain.ts";
import { runSteps } from "./chain.ts";
import { type Frame, renderPage, type Site } from "./render.ts";
import type { LayoutConfig, ResolvedFreshConfig } from "./types.ts";
import {
  attachHandlers,
  isHandlers,
  type Upgraded,
  type UpgradeOptions,
  upgradeRequest,
  type WebSocketHandlers,
} from "./upgrade.ts";

const NO_ADDRESS: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 0 },
  completed: Promise.resolve(),
} as Deno.ServeHandlerInfo;

/** One request on its way: handed to middlewares and handlers, the same object for all of them. */
export class Context<State = unknown> {
  readonly req: Request;
  /** Address of the peer and the end of the answer. */
  readonly info: Deno.ServeHandlerInfo;
  params: Record<string, string>;
  /** What middleware found out; empty at first. */
  state: State = {} as State;
  /** On error pages: what was thrown. Otherwise null. */
  error: unknown = null;
  readonly isPartial: boolean = false;
  /** What a layout wraps; set while layouts are rendered by hand. */
  Component: ComponentType = () => null;

  /** @internal path of the request, as routed */
  readonly path: string;
  /** @internal */
  readonly chain: Chain<State>;
  /** @internal the step that runs now */
  position = -1;
  /** @internal what `render` puts around a page */
  frame: Frame<State>;
  /** @internal headers that every answer gets, also those of errors */
  readonly outgoing: [name: string, value: string][] = [];
  /** @internal */
  readonly site: Site<State>;
  /** @internal error pages that failed themselves and are not asked again */
  readonly failedPages: ErrorStep<State>[] = [];
  /** @internal why the request is refused once it has passed the middlewares */
  refusal: unknown = null;
  #url: URL | null = null;

  constructor(
    req: Request,
    info: Deno.ServeHandlerInfo | undefined,
    path: string,
    params: Record<string, string>,
    chain: Chain<State>,
    site: Site<State>,
  ) {
    this.req = req;
    this.info = info ?? NO_ADDRESS;
    this.path = path;
    this.params = params;
    this.chain = chain;
    this.frame = chain.frame;
    this.site = site;
  }

  get url(): URL {
    return this.#url ??= new URL(this.req.url);
  }

  get config(): ResolvedFreshConfig {
    return this.site.config;
  }

  /** The matched pattern, null when none did. */
  get route(): string | null {
    return this.chain.pattern;
  }

  /** The answer of the next middleware or the handler. Rejects with what they throw. */
  next(): Promise<Response> {
    return runSteps(this, this.position + 1);
  }

  /**
   * Send the client elsewhere.
   * @param pathOrUrl a path of this site or a full URL. What starts like a path stays one: a browser
   *   would take "//host" and its disguises for another site.
   */
  redirect(pathOrUrl: string, status: number = 302): Response {
    return new Response(null, { status, headers: { location: locationOf(pathOrUrl) } });
  }

  /** An HTML page around the node: layouts of the route and the app wrapper, islands and head included. */
  render(vnode: VNode | null, init?: ResponseInit, config?: LayoutConfig): Promise<Response> {
    return renderPage(this, vnode, undefined, init, config);
  }

  text(content: string, init?: ResponseInit): Response {
    return typed(content, "text/plain; charset=utf-8", init);
  }

  html(content: string, init?: ResponseInit): Response {
    return typed(content, "text/html; charset=utf-8", init);
  }

  json(content: unknown, init?: ResponseInit): Response {
    return typed(JSON.stringify(content) ?? "null", "application/json", init);
  }

  /**
   * Make a socket of this request. With handlers: they are attached and the response to return comes
   * back. Without: the socket and the response.
   * @throws {HttpError} 400 when the request does not ask for an upgrade
   */
  upgrade(handlers: WebSocketHandlers, options?: UpgradeOptions): Response;
  upgrade(options?: UpgradeOptions): Upgraded;
  upgrade(first?: WebSocketHandlers | UpgradeOptions, options?: UpgradeOptions): Response | Upgraded {
    if (!isHandlers(first)) return upgradeRequest(this.req, first as UpgradeOptions | undefined);
    const { socket, response } = upgradeRequest(this.req, options);
    attachHandlers(socket, first);
    return response;
  }
}

/** As a header can carry it: browsers drop tabs and line breaks, headers hold no letters but Latin ones. */
function locationOf(pathOrUrl: string): string {
  const bare = pathOrUrl.toWellFormed().replace(/[\t\r\n]/g, "").trim();
  const safe = /^[/\\]/.test(bare) ? "/" + bare.replace(/^[/\\]+/, "") : bare;
  return safe.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

function typed(content: string, type: string, init: ResponseInit = {}): Response {
  if (!init.headers) return new Response(content, { ...init, headers: { "content-type": type } });
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", type);
  return new Response(content, { ...init, headers });
}
