import type { ComponentType } from "preact";
import type { Context } from "./context.ts";
import type { ResolvedFreshConfig } from "./types.ts";

/** What pages, layouts, error pages and the app wrapper receive. */
export interface PageProps<Data = unknown, State = unknown> {
  readonly config: ResolvedFreshConfig;
  readonly req: Request;
  readonly url: URL;
  readonly params: Record<string, string>;
  readonly info: Deno.ServeHandlerInfo;
  readonly state: State;
  /** The matched pattern. */
  readonly route: string | null;
  /** On error pages: what was thrown. */
  readonly error: unknown;
  readonly isPartial: boolean;
  /** What the handler gave to `page()`. */
  readonly data: Data;
  /** The page or inner layout; only layouts and the app wrapper use it. */
  readonly Component: ComponentType;
  redirect(pathOrUrl: string, status?: number): Response;
}

/**
 * The fields of the request, read through from the context, so that nothing is computed which is not
 * used. They are getters: destructuring works, spreading does not.
 */
export class RequestProps<Data, State> implements PageProps<Data, State> {
  readonly #ctx: Context<State>;
  readonly data: Data;
  readonly Component: ComponentType;

  constructor(ctx: Context<State>, data: Data, Component: ComponentType) {
    this.#ctx = ctx;
    this.data = data;
    this.Component = Component;
  }

  get config(): ResolvedFreshConfig {
    return this.#ctx.config;
  }
  get req(): Request {
    return this.#ctx.req;
  }
  get url(): URL {
    return this.#ctx.url;
  }
  get params(): Record<string, string> {
    return this.#ctx.params;
  }
  get info(): Deno.ServeHandlerInfo {
    return this.#ctx.info;
  }
  get state(): State {
    return this.#ctx.state;
  }
  get route(): string | null {
    return this.#ctx.route;
  }
  get error(): unknown {
    return this.#ctx.error;
  }
  get isPartial(): boolean {
    return false;
  }
  redirect(pathOrUrl: string, status?: number): Response {
    return this.#ctx.redirect(pathOrUrl, status);
  }
}
