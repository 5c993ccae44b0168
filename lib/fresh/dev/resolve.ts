import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";
import { fileURLToPath } from "node:url";

type ImportMap = Record<string, string>;

const BROWSER_RUNTIME = fileURLToPath(new URL("../runtime_browser.ts", import.meta.url));
/** Server modules: a script that imports one is always a mistake. */
const SERVER_ONLY = ["fresh", "fresh/dev", "preact-render-to-string", "esbuild"];

/**
 * Resolves imports of browser scripts as Deno does on the server: by the import map of deno.json, with
 * npm packages from node_modules.
 */
export function denoResolver(root: string, forbidden: string[]): Plugin {
  return {
    name: "deno-imports",
    async setup(build) {
      const imports = await readImportMap(root);
      build.onResolve({ filter: /^[^./]/ }, (args) => resolveImport(build, args, root, imports, forbidden));
    },
  };
}

async function readImportMap(root: string): Promise<ImportMap> {
  try {
    return JSON.parse(await Deno.readTextFile(`${root}/deno.json`)).imports ?? {};
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
}

async function resolveImport(
  build: PluginBuild,
  args: OnResolveArgs,
  root: string,
  imports: ImportMap,
  forbidden: string[],
): Promise<OnResolveResult | undefined> {
  // Our own question below, or an entry point.
  if (args.pluginData === denoResolver || args.kind === "entry-point") return undefined;
  if (args.path === "fresh/runtime") return { path: BROWSER_RUNTIME };
  const refused = [...forbidden, ...SERVER_ONLY].find((name) =>
    args.path === name || isBelow(args.path, name)
  );
  if (refused !== undefined) {
    return { errors: [{ text: `"${args.path}" must not reach the browser` }] };
  }
  if (args.importer.includes("/node_modules/")) return undefined;
  const target = mapped(args.path, imports);
  // The server's JSX runtime is mapped to one of ours; browsers take Preact's.
  if (target?.startsWith("./") && !args.path.startsWith("preact/")) {
    return build.resolve(target, { kind: args.kind, resolveDir: root, pluginData: denoResolver });
  }
  const bare = npmName(target?.startsWith("npm:") ? target : args.path);
  return await build.resolve(bare, { kind: args.kind, resolveDir: root, pluginData: denoResolver });
}

function isBelow(path: string, name: string): boolean {
  // "fresh/runtime" is below "fresh" and meant for browsers; of packages everything below counts.
  return !SERVER_ONLY.includes(name) && path.startsWith(name + "/");
}

/** The import map's answer: an exact name, or the longest name with a slash at its end that fits. */
function mapped(path: string, imports: ImportMap): string | undefined {
  if (Object.hasOwn(imports, path)) return imports[path];
  const prefix = Object.keys(imports)
    .filter((name) => name.endsWith("/") && path.startsWith(name))
    .sort((a, b) => b.length - a.length)[0];
  return prefix === undefined ? undefined : imports[prefix] + path.slice(prefix.length);
}

/** "npm:@scope/name@1.2.3/sub" as Node writes it: "@scope/name/sub". */
function npmName(specifier: string): string {
  return specifier.replace(/^npm:\/?/, "").replace(/^(@[^/]+\/[^/@]+|[^/@]+)@[^/]+/, "$1");
}
