import type { ComponentChildren, ComponentType, VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import type { Context } from "./context.ts";
import { renderDocument } from "./document.ts";
import type { IslandTable } from "./islands.ts";
import { RequestProps } from "./page_props.ts";
import type { Snapshot } from "./snapshot.ts";
import type { LayoutConfig, PageComponent, PageResponse, ResolvedFreshConfig } from "./types.ts";

/** A layout as it applies to a route. */
export interface Layout<State> {
  component: PageComponent<unknown, State>;
  config: LayoutConfig;
}

/** What is put around a page. */
export interface Frame<State> {
  /** Outermost first. */
  layouts: Layout<State>[];
  skipAppWrapper: boolean;
}

/** What belongs to an application rather than to a request. */
export interface Site<State> {
  config: ResolvedFreshConfig;
  appWrapper: PageComponent<unknown, State> | null;
  snapshot: Snapshot;
  islands: IslandTable;
}

type Rendered = ComponentChildren | Response;
type Call = (props: unknown) => Rendered | Promise<Rendered>;

/** Thrown through the renderer by a component that answers with a Response or a Promise. */
class Instead {
  constructor(readonly value: Response | Promise<Rendered>) {}
}

/** The answer of a page component with its handler's data. */
export function renderComponent<State>(
  ctx: Context<State>,
  component: PageComponent<unknown, State>,
  page: PageResponse<unknown>,
  config?: LayoutConfig,
): Promise<Response> {
  return renderPage(ctx, component, page.data, { status: page.status, headers: page.headers }, config);
}

/**
 * Wrap content (a node or a page component) into its layouts and the app wrapper and make a document.
 * Async components are awaited here, since the renderer itself does not wait.
 */
export async function renderPage<State>(
  ctx: Context<State>,
  content: PageComponent<unknown, State> | VNode | null,
  data: unknown,
  init: ResponseInit | undefined,
  config: LayoutConfig = {},
): Promise<Response> {
  const wrappers = wrappersOf(ctx, config);
  let node: Rendered;
  if (typeof content === "function") {
    node = await instantiate(content as Call, new RequestProps(ctx, data, Nothing));
    if (node instanceof Response) return node;
  } else node = content;
  for (const wrapper of wrappers) {
    const inner: ComponentChildren = node;
    const Component = () => inner as VNode;
    node = await instantiate(wrapper as Call, new RequestProps(ctx, data, Component));
    if (node instanceof Response) return node;
  }
  return await respond(ctx, node, init);
}

async function respond<State>(
  ctx: Context<State>,
  node: ComponentChildren,
  init: ResponseInit | undefined,
): Promise<Response> {
  let html: string;
  try {
    html = renderDocument(ctx.site, node);
  } catch (thrown) {
    if (!(thrown instanceof Instead)) throw thrown;
    const value = await thrown.value;
    if (value instanceof Response) return value;
    throw new Error("A page that returns a promise must be declared async");
  }
  return ctx.html(html, init);
}

/** Layouts that apply, innermost first, then the app wrapper. */
function wrappersOf<State>(ctx: Context<State>, config: LayoutConfig): PageComponent<unknown, State>[] {
  const wrappers: PageComponent<unknown, State>[] = [];
  const { layouts, skipAppWrapper } = ctx.frame;
  let skipApp = config.skipAppWrapper ?? skipAppWrapper;
  if (!config.skipInheritedLayouts) {
    for (let i = layouts.length - 1; i >= 0; i--) {
      const layout = layouts[i]!;
      wrappers.push(layout.component);
      if (layout.config.skipAppWrapper) skipApp = true;
      if (layout.config.skipInheritedLayouts) break;
    }
  }
  if (!skipApp && ctx.site.appWrapper) wrappers.push(ctx.site.appWrapper);
  return wrappers;
}

function instantiate(component: Call, props: object): Rendered | Promise<Rendered> {
  if (component.constructor.name === "AsyncFunction") return component(props);
  // jsx() keeps the props object as it is, so that its getters stay lazy; h() would copy it.
  if (component.prototype?.render) return jsx(component as unknown as ComponentType, props);
  return jsx(Page, { component, props });
}

/** Calls a component within the renderer, so that it may use hooks, and notices what is no node. */
function Page({ component, props }: { component: Call; props: object }): VNode {
  const result = component(props);
  if (result instanceof Response || result instanceof Promise) throw new Instead(result);
  return result as VNode;
}

function Nothing(): VNode | null {
  return null;
}
