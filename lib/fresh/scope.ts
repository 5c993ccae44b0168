/**
 * Where a middleware, layout or error page applies: under a path, or (from `routes/`) to the files of a
 * folder, which route groups make a different thing.
 */
export interface Scope {
  /** Pattern of the part of the site, "/" for all of it. */
  path: string;
  /** Folder inside `routes/` ("" is the top), or null for what was registered by path. */
  dir: string | null;
}

/** Always, never, or for those paths for which the function says so. */
export type Coverage = boolean | ((path: string) => boolean);

/** Whether a scope holds for a route of that pattern, and of that folder when it came from a file. */
export function covers(scope: Scope, pattern: string, dir: string | null): Coverage {
  if (scope.dir !== null) {
    return dir !== null && (scope.dir === "" || dir === scope.dir || dir.startsWith(scope.dir + "/"));
  }
  return coversPattern(scope.path, pattern);
}

/** Whether a scope holds for a path that no route answers. A folder in a group claims no such path. */
export function coversUnmatched(scope: Scope): Coverage {
  if (scope.dir?.includes("(")) return false;
  return scope.path === "/" ? true : pathTest(scope.path);
}

/** Normal form of the path given to `use`, `layout` and `onError`: "*", "/x/*" and "/x/" are "/", "/x". */
export function scopePath(path: string): string {
  const bare = path.replace(/\/?\*$/, "").replace(/\/+$/, "");
  return bare === "" ? "/" : bare.startsWith("/") ? bare : "/" + bare;
}

/** Depth of a scope: of two that hold, the deeper is the more specific. */
export function depth(scope: Scope): number {
  if (scope.dir !== null) return scope.dir === "" ? 0 : scope.dir.split("/").length;
  return scope.path === "/" ? 0 : scope.path.split("/").length - 1;
}

function coversPattern(scope: string, pattern: string): Coverage {
  if (scope === "/") return true;
  const want = scope.split("/").slice(1);
  const have = pattern.split("/").slice(1);
  for (const [i, segment] of want.entries()) {
    const other = have[i];
    // A route such as /:page or /files/* may fall under a literal scope or not: ask per request.
    if (have.slice(0, i + 1).some(takesSeveral)) return pathTest(scope);
    if (other === undefined) return false;
    if (segment === other) continue;
    if (isDynamic(other)) {
      if (isDynamic(segment)) continue;
      return pathTest(scope);
    }
    if (!isDynamic(segment)) return false;
  }
  return true;
}

function isDynamic(segment: string): boolean {
  return /[:*({]/.test(segment);
}

function takesSeveral(segment: string): boolean {
  return segment.startsWith("*") || /[*+{]/.test(segment);
}

/** A test of paths for a scope's pattern: its segments, then the end or more. */
function pathTest(scope: string): (path: string) => boolean {
  const source = scope.split("/").map((segment) =>
    isDynamic(segment) ? "[^/]+" : segment.replace(/[.+?^$|()[\]{}\\]/g, "\\$&")
  ).join("/");
  const test = new RegExp(`^${source}(?:/|$)`);
  return (path) => test.test(path);
}
