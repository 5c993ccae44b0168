/** Reading a module's imports, as far as the rules of the house need it. */
import { posix } from "node:path";

export interface Import {
  /** As written: a path, `@/…` or a package. */
  readonly specifier: string;
  /** Path from the project's root; undefined for packages. */
  readonly path: string | undefined;
  /** Nothing of it is left when types are stripped. */
  readonly typeOnly: boolean;
}

const CLAUSE = String.raw`(?:[\w$]+\s*,?\s*)?(?:\*(?:\s*as\s+[\w$]+)?|\{[^{}]*\})?`;
const FROM = new RegExp(
  String.raw`^(?:import|export)\s+(type\s+(?!from\b))?(${CLAUSE})\s*from\s*["']([^"']+)["']`,
  "gm",
);
const BARE = /^import\s*["']([^"']+)["']/gm;
const DYNAMIC = /^(?!\s*(?:\*|\/\/)).*?\bimport\(\s*["']([^"']+)["']/gm;

/**
 * The imports of a module, re-exports and `import("…")` among them. Relies on formatted source: statements
 * begin at the start of a line. Specifiers made at run time are not seen.
 *
 * @param file the module's path from the project's root
 */
export function importsOf(file: string, source: string): Import[] {
  const found: Import[] = [];
  for (const [, type, clause, specifier] of source.matchAll(FROM)) {
    found.push(entry(file, specifier!, type !== undefined || onlyTypes(clause!)));
  }
  for (const [, specifier] of source.matchAll(BARE)) found.push(entry(file, specifier!, false));
  for (const [, specifier] of source.matchAll(DYNAMIC)) found.push(entry(file, specifier!, false));
  return found;
}

/** `{ type A, type B }` imports nothing that runs, `{}` and `A, { type B }` do. */
function onlyTypes(clause: string): boolean {
  const names = /^\{([^{}]*)\}$/.exec(clause.trim())?.[1]?.split(",").map((name) => name.trim()).filter(
    Boolean,
  );
  return names !== undefined && names.length > 0 && names.every((name) => name.startsWith("type "));
}

function entry(file: string, specifier: string, typeOnly: boolean): Import {
  return { specifier, path: resolve(file, specifier), typeOnly };
}

function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("@/")) return posix.normalize(specifier.slice(2));
  if (specifier.startsWith(".")) return posix.normalize(posix.join(posix.dirname(file), specifier));
}
