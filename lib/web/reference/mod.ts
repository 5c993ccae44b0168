import type { FsRoute } from "fresh";
import { type AsyncApi, asyncApi } from "./asyncapi.ts";
import { type OpenApi, openApi } from "./openapi.ts";

/** What the server says of its own interface. Made when first asked for, from the routes themselves. */
export interface Reference {
  openapi(): Promise<OpenApi>;
  /** The same as JSON text. */
  openapiText(): Promise<string>;
  /** The sockets. */
  asyncapi(): AsyncApi;
  asyncapiText(): string;
}

export function createReference(routes: () => Promise<readonly FsRoute[]>): Reference {
  const openapi = once(async () => openApi(await routes()));
  const asyncapi = once(asyncApi);
  return {
    openapi,
    openapiText: once(async () => JSON.stringify(await openapi())),
    asyncapi,
    asyncapiText: once(() => JSON.stringify(asyncapi())),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
}
