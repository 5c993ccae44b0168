import { addRoute, createRouter, findRoute, type RouterContext } from "rou3";
import { HttpError } from "./http_error.ts";
import { type Method, METHODS } from "./types.ts";

export interface RouteMatch<T> {
  value: T;
  params: Record<string, string>;
}

/** No route of that method; `allow` holds the methods the path does have. */
export interface NoMatch {
  value: null;
  allow: Method[];
}

/** Stands for the name that URLPattern gives to a star: "0", which rou3 takes for no name. */
const REST = "__rest";

/** Patterns to values, over a radix tree. A slash at the end of a path makes no difference. */
export class Router<T> {
  readonly #tree: RouterContext<T> = createRouter<T>();
  readonly #seen = new Set<string>();

  /**
   * @param method null for every method
   * @returns false when that method and pattern are taken
   */
  add(method: Method | null, pattern: string, value: T): boolean {
    const key = `${method ?? ""} ${pattern}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    // In URLPattern "/foo/*" takes what is below "/foo", any depth; in rou3 that is a name with a plus.
    addRoute(this.#tree, method ?? "", pattern.replace(/\/\*$/, `/:${REST}+`), value);
    return true;
  }

  /** @throws {HttpError} 400 when a parameter is not valid percent-encoding */
  find(method: string, path: string): RouteMatch<T> | NoMatch {
    let found = findRoute(this.#tree, method, path);
    if (!found && method === "HEAD") found = findRoute(this.#tree, "GET", path);
    if (found) return { value: found.data, params: decodeParams(found.params) };
    return { value: null, allow: this.#allowed(path) };
  }

  #allowed(path: string): Method[] {
    const allow = METHODS.filter((method) => findRoute(this.#tree, method, path) !== undefined);
    if (allow.includes("GET") && !allow.includes("HEAD")) allow.push("HEAD");
    return allow;
  }
}

function decodeParams(params: Record<string, string> | undefined): Record<string, string> {
  const decoded: Record<string, string> = {};
  if (params === undefined) return decoded;
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) {
      decoded[name === REST ? "0" : name] = value.includes("%") ? decode(value) : value;
    }
  }
  return decoded;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new HttpError(400, "Malformed address");
  }
}

/**
 * The path of a request without parsing the whole URL. Addresses that a URL parser would rewrite take
 * the slow way, so that routes and `ctx.url` never disagree about where a request goes.
 */
export function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  if (start === -1) return "/";
  let end = start;
  for (; end < url.length; end++) {
    const code = url.charCodeAt(end);
    if (code === 63 || code === 35) break;
  }
  const path = url.slice(start, end);
  return /\/\/|\/\.|\\|%2e/i.test(path) ? new URL(url).pathname : path;
}
