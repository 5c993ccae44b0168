import type { FsRoute } from "fresh";
import type { Operation } from "./describe.ts";

/** A method of a route, where it is and what it says of itself. */
export interface Placed {
  readonly method: string;
  /** As OpenAPI writes it: `/api/messages/{id}`. */
  readonly path: string;
  /** Names of the segments that vary. */
  readonly params: readonly string[];
  /** Undefined where a route says nothing of it. */
  readonly operation: Operation | undefined;
}

/** Whether a file of `routes/` is for programs that speak HTTP; pages and sockets are not. */
export function isForPrograms({ file }: FsRoute): boolean {
  return /^(api|files)\//.test(file);
}

/** Every method of the routes for programs, and every description, also of what is not there. */
export function placeOperations(routes: readonly FsRoute[]): Placed[] {
  return routes.filter(isForPrograms).flatMap(({ pattern, methods, exports }) => {
    const docs = (exports.docs ?? {}) as Readonly<Record<string, Operation>>;
    const all = new Set([...methods, ...Object.keys(docs)]);
    const params = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!);
    const path = pattern.replace(/:(\w+)/g, "{$1}");
    return [...all].map((method) => ({ method, path, params, operation: docs[method] }));
  });
}

/** The part of the API that a path belongs to: what stands behind `/api/`; its own documents are one. */
export function tagOf(path: string): string {
  if (path.endsWith(".json")) return "documents";
  const [first = "", second = ""] = path.split("/").slice(1);
  return first === "api" ? second : first;
}

/** A name for programs and links: `get-messages-id`. */
export function operationId(method: string, path: string): string {
  const words = path.replace(/^\/api\//, "/").replace(/[^\w]+/g, " ").trim().split(" ");
  return [method.toLowerCase(), ...words].join("-").replaceAll("_", "-");
}
