import type { ComponentChildren } from "preact";
import type { PageProps } from "./page_props.ts";
import type { Middleware, RouteHandler } from "./types.ts";

// deno-lint-ignore no-explicit-any -- only a parameter position that must accept every context
type AnyFn = (ctx: any) => unknown;

/** The data a handler result carries; results that are only Responses carry none. */
type DataOfResult<R> = Awaited<R> extends infer V ? V extends Response ? never
  : V extends { data: infer Data } ? Data
  : never
  : never;

/** The data that handlers (one function, or one a method) give to their page. */
export type DataOf<Handlers> = Handlers extends AnyFn ? DataOfResult<ReturnType<Handlers>>
  : { [M in keyof Handlers]: Handlers[M] extends AnyFn ? DataOfResult<ReturnType<Handlers[M]>> : never }[
    keyof Handlers
  ];

type Rendered = ComponentChildren | Response | Promise<ComponentChildren | Response>;

/** Helpers that only add types: what goes in comes out. */
export interface Define<State> {
  /** Handlers of a route: one function, or one for each method. */
  handlers<Handlers extends RouteHandler<unknown, State>>(handlers: Handlers): Handlers;
  /** A page; `define.page<typeof handlers>` types `props.data` from what the handlers return. */
  page<Handlers = never>(
    render: (props: PageProps<DataOf<Handlers>, State>) => Rendered,
  ): (props: PageProps<DataOf<Handlers>, State>) => Rendered;
  layout(
    render: (props: PageProps<unknown, State>) => Rendered,
  ): (props: PageProps<unknown, State>) => Rendered;
  middleware<M extends Middleware<State> | Middleware<State>[]>(middleware: M): M;
}

/** Typed `define.*` helpers for an application's State: made once, imported everywhere. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handlers) => handlers,
    page: (render) => render,
    layout: (render) => render,
    middleware: (middleware) => middleware,
  };
}
