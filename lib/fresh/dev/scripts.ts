import type { BuildOptions, Metafile } from "esbuild";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { IslandScripts } from "../snapshot.ts";
import { DEFAULT_TARGET } from "./config.ts";
import { denoResolver } from "./resolve.ts";

/** The folder of scripts, within that of static files. */
const JS_DIR = "js";
const BOOT = fileURLToPath(new URL("../client/boot.ts", import.meta.url));
const RELOAD = fileURLToPath(new URL("../client/reload.ts", import.meta.url));

const PACKAGES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

export interface Scripts {
  boot: IslandScripts;
  reload: string | null;
  islands: Record<string, IslandScripts>;
  /** Written files, relative to the folder of static files. */
  files: string[];
  /** Source files that went in, absolute; packages left out. */
  inputs: string[];
}

export interface ScriptOptions {
  root: string;
  /** The folder of static files. */
  outDir: string;
  /** Island files, relative to the root. */
  islands: string[];
  /** Standalone scripts: name to source file. */
  entries: Record<string, string>;
  assets: Record<string, string>;
  target?: string[];
  forbidden: string[];
  development: boolean;
}

/**
 * Bundle boot and islands into modules that share chunks, and each standalone entry into one file.
 * @throws when a script does not compile or imports what must not reach a browser
 */
export async function buildScripts(options: ScriptOptions): Promise<Scripts> {
  const { build } = await import("esbuild");
  const shared = sharedOptions(options);
  const [modules, ...standalone] = await Promise.all([
    build(moduleOptions(options, shared)),
    ...Object.entries(options.entries).map(([name, file]) =>
      build({
        ...shared,
        entryPoints: [{ in: `${options.root}/${file}`, out: name.replace(/\.js$/, "") }],
        format: "iife",
      })
    ),
  ]);
  return describe(options, modules.metafile!, standalone.map(({ metafile }) => metafile!));
}

function sharedOptions(options: ScriptOptions): BuildOptions {
  return {
    absWorkingDir: options.root,
    outdir: options.outDir,
    bundle: true,
    metafile: true,
    write: true,
    minify: !options.development,
    sourcemap: options.development ? "linked" : false,
    target: options.target ?? DEFAULT_TARGET,
    platform: "browser",
    // A project that lies elsewhere (a test's) finds the packages of this one.
    nodePaths: [PACKAGES],
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "silent",
    // Deno's settings are not written in a tsconfig; one lying about must not change the outcome.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
    define: {
      "process.env.NODE_ENV": JSON.stringify(options.development ? "development" : "production"),
      FRESH_ASSETS: JSON.stringify(options.assets),
    },
    plugins: [denoResolver(options.root, options.forbidden)],
  };
}

function moduleOptions(options: ScriptOptions, shared: BuildOptions): BuildOptions {
  const entryPoints = options.islands.map((file) => ({
    in: `${options.root}/${file}`,
    out: `${JS_DIR}/${basename(file).replace(/\.[jt]sx$/, "")}`,
  }));
  entryPoints.push({ in: BOOT, out: `${JS_DIR}/boot` });
  if (options.development) entryPoints.push({ in: RELOAD, out: `${JS_DIR}/reload` });
  return {
    ...shared,
    entryPoints,
    format: "esm",
    splitting: true,
    entryNames: "[dir]/[name]-[hash]",
    chunkNames: `${JS_DIR}/chunk-[hash]`,
  };
}

function describe(options: ScriptOptions, modules: Metafile, standalone: Metafile[]): Scripts {
  const relative = (output: string) => absolute(options.root, output).slice(options.outDir.length + 1);
  const scriptsOf = (source: string): IslandScripts => {
    const output = Object.entries(modules.outputs)
      .find(([, { entryPoint }]) => entryPoint && absolute(options.root, entryPoint) === source)![0];
    const imports = staticImports(modules, output).map((file) => address(relative(file)));
    return { url: address(relative(output)), imports };
  };
  const all = [modules, ...standalone];
  return {
    boot: scriptsOf(BOOT),
    reload: options.development ? scriptsOf(RELOAD).url : null,
    islands: Object.fromEntries(options.islands.map((file) => [file, scriptsOf(`${options.root}/${file}`)])),
    files: all.flatMap(({ outputs }) => Object.keys(outputs)).map(relative),
    inputs: all.flatMap(({ inputs }) => Object.keys(inputs))
      .map((file) => absolute(options.root, file))
      .filter((file) => !file.includes("/node_modules/") && !file.includes("<")),
  };
}

/** Chunks that are loaded together with a script; what it imports on demand is left out. */
function staticImports({ outputs }: Metafile, output: string, seen = new Set<string>()): string[] {
  for (const { path, kind } of outputs[output]?.imports ?? []) {
    if (kind !== "import-statement" || seen.has(path)) continue;
    seen.add(path);
    staticImports({ outputs, inputs: {} }, path, seen);
  }
  return [...seen];
}

/** Addresses of built files lie below one path, so that they cannot meet a route or a static file. */
export function address(file: string): string {
  return `/_fresh/${file}`;
}

/** esbuild tells paths relative to the working folder it was given. */
function absolute(root: string, path: string): string {
  return fileURLToPath(new URL(path, `file://${encodeURI(root)}/`));
}
