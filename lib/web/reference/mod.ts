import type { FsRoute } from "fresh";
import { type OpenApi, openApi } from "./openapi.ts";

/** What the server says of its own interface. Made when first asked for, from the routes themselves. */
export interface Reference {
  openapi(): Promise<OpenApi>;
  /** The same as JSON text. */
  openapiText(): Promise<string>;
}

export function createReference(routes: () => Promise<readonly FsRoute[]>): Reference {
  const openapi = once(async () => openApi(await routes()));
  return { openapi, openapiText: once(async () => JSON.stringify(await openapi())) };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => made ??= make();
}
