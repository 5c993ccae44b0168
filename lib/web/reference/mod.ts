import type { FsRoute } from "fresh";
import { type AsyncApi, asyncApi } from "./asyncapi.ts";
import { openApi } from "./openapi.ts";
import type { OpenApi } from "./openapi_types.ts";

/** What the server says of its own interface. Made when first asked for, from the routes themselves. */
export interface Reference {
  openapi(): Promise<OpenApi>;
  /** The same as JSON text. */
  openapiText(): Promise<string>;
  /** The sockets. */
  asyncapi(): AsyncApi;
  asyncapiText(): string;
  /** What is drawn from the documents costs much and never changes: kept under its name. */
  kept(name: string, make: () => Promise<string>): Promise<string>;
}

export function createReference(routes: () => Promise<readonly FsRoute[]>): Reference {
  const openapi = once(async () => openApi(await routes()));
  const asyncapi = once(asyncApi);
  const pages = new Map<string, Promise<string>>();
  return {
    openapi,
    openapiText: once(async () => JSON.stringify(await openapi())),
    asyncapi,
    asyncapiText: once(() => JSON.stringify(asyncapi())),
    kept(name, make) {
      const page = pages.get(name) ?? make();
      pages.set(name, page);
      // One that could not be drawn is tried again.
      page.catch(() => pages.delete(name));
      return page;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
}
