import type { BuildOptions, BuildResult, Metafile } from "esbuild";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { IslandScripts } from "../snapshot.ts";
import { DEFAULT_TARGET } from "./config.ts";
import { denoResolver } from "./resolve.ts";

/** The folder of scripts, within that of static files. */
const JS_DIR = "js";
const BOOT = fileURLToPath(new URL("../client/boot.ts", import.meta.url));
const RELOAD = fileURLToPath(new URL("../client/reload.ts", import.meta.url));

/** Nothing is written there: files are handed over, with their paths below it. */
const OUT = "/out";
const PACKAGES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

export interface ScriptFile {
  /** Relative to the folder of static files, hash included. */
  name: string;
  content: Uint8Array;
  /** For standalone scripts: the name by which they are asked for. */
  entry: string | null;
}

export interface Scripts {
  boot: IslandScripts;
  reload: string | null;
  islands: Record<string, IslandScripts>;
  files: ScriptFile[];
  /** Source files that went in, absolute; packages left out. */
  inputs: string[];
}

export interface ScriptOptions {
  root: string;
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
  const entries = Object.entries(options.entries);
  const [modules, ...standalone] = await Promise.all([
    build(moduleOptions(options, shared)),
    ...entries.map(([name, file]) => build(entryOptions(options, shared, name, file))),
  ]);
  const files = outputs(modules, null).concat(
    ...standalone.map((result, i) => outputs(result, entries[i]![0])),
  );
  const inputs = [modules, ...standalone].flatMap(({ metafile }) => Object.keys(metafile!.inputs));
  return { ...describe(options, modules.metafile!), files, inputs: sourcesAmong(options.root, inputs) };
}

function sharedOptions(options: ScriptOptions): BuildOptions {
  return {
    absWorkingDir: options.root,
    outdir: OUT,
    bundle: true,
    metafile: true,
    write: false,
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

function entryOptions(
  options: ScriptOptions,
  shared: BuildOptions,
  name: string,
  file: string,
): BuildOptions {
  return {
    ...shared,
    entryPoints: [{ in: `${options.root}/${file}`, out: name.replace(/\.js$/, "") }],
    format: "iife",
    entryNames: "[dir]/[name]-[hash]",
    sourcemap: false,
  };
}

function outputs({ outputFiles }: BuildResult, entry: string | null): ScriptFile[] {
  return outputFiles!.map(({ path, contents }) => ({
    name: path.slice(OUT.length + 1),
    content: contents,
    entry,
  }));
}

function sourcesAmong(root: string, inputs: string[]): string[] {
  // Packages are held still by the lock file; "<define:…>" and the like are no files.
  return inputs.filter((file) => !file.includes("node_modules/") && !file.startsWith("<"))
    .map((file) => absolute(root, file));
}

function describe(
  options: ScriptOptions,
  metafile: Metafile,
): Pick<Scripts, "boot" | "reload" | "islands"> {
  const urlOf = (output: string) => address(absolute(options.root, output).slice(OUT.length + 1));
  const scriptsOf = (source: string): IslandScripts => {
    const output = Object.entries(metafile.outputs)
      .find(([, { entryPoint }]) => entryPoint && absolute(options.root, entryPoint) === source)![0];
    return { url: urlOf(output), imports: staticImports(metafile, output).map(urlOf) };
  };
  return {
    boot: scriptsOf(BOOT),
    reload: options.development ? scriptsOf(RELOAD).url : null,
    islands: Object.fromEntries(options.islands.map((file) => [file, scriptsOf(`${options.root}/${file}`)])),
  };
}

/** Chunks that are loaded together with a script; what it imports on demand is left out. */
function staticImports(metafile: Metafile, output: string, seen = new Set<string>()): string[] {
  for (const { path, kind } of metafile.outputs[output]?.imports ?? []) {
    if (kind !== "import-statement" || seen.has(path)) continue;
    seen.add(path);
    staticImports(metafile, path, seen);
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
