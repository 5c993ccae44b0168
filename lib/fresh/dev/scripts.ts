import type { BuildOptions, BuildResult, Metafile } from "esbuild";
import { basename, dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { IslandScripts } from "../snapshot.ts";
import { DEFAULT_TARGET } from "./config.ts";
import { mergeChunks, type Piece } from "./merge.ts";
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
  /** Sources that are imported on demand (from the root, "/lib/words.ts"), and where their script is. */
  demanded: Record<string, string>;
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
  const [modules, standalone] = await Promise.all([
    build(moduleOptions(options, shared)),
    buildEntries(options, shared, build),
  ]);
  const { files, describe } = options.development
    ? { files: outputs(modules, null), describe: (output: string) => output }
    : await merged(options, modules, shared);
  const inputs = [modules.metafile!, ...standalone.map(({ metafile }) => metafile)]
    .flatMap(({ inputs }) => Object.keys(inputs));
  return {
    ...addresses(options, modules.metafile!, describe),
    files: files.concat(standalone.map(({ file }) => file)),
    inputs: sourcesAmong(options.root, inputs),
  };
}

/** One after the other, since each may have to know where those before it lie. */
async function buildEntries(
  options: ScriptOptions,
  shared: BuildOptions,
  build: (options: BuildOptions) => Promise<BuildResult>,
): Promise<{ file: ScriptFile; metafile: Metafile }[]> {
  const built: { file: ScriptFile; metafile: Metafile }[] = [];
  for (const [name, source] of Object.entries(options.entries)) {
    const known = Object.fromEntries(built.map(({ file }) => [file.entry, address(file.name)]));
    const result = await build(entryOptions(options, shared, { name, source, known }));
    built.push({ file: outputs(result, name)[0]!, metafile: result.metafile! });
  }
  return built;
}

/** Chunks put together; `describe` tells the path of the file in which an output lies by then. */
async function merged(
  { root, islands }: ScriptOptions,
  { outputFiles, metafile }: BuildResult,
  shared: BuildOptions,
): Promise<{ files: ScriptFile[]; describe: (output: string) => string }> {
  const outputs = new Map(
    Object.entries(metafile!.outputs).map(([path, output]) => [basename(path), output]),
  );
  const pieces = outputFiles!.map(({ path, text }): Piece => {
    const { imports, exports, entryPoint } = outputs.get(basename(path))!;
    return {
      name: basename(path),
      text,
      exports,
      imports: imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => basename(path)),
      demands: imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => basename(path)),
      root: entryPoint === undefined ? undefined : rootOf(root, islands, absolute(root, entryPoint)),
    };
  });
  const { files, nameOf } = await mergeChunks(pieces, shared);
  return {
    files: files.map(({ name, content }) => ({ name: `${JS_DIR}/${name}`, content, entry: null })),
    describe: (output) => `${dirname(output)}/${nameOf(basename(output))}`,
  };
}

/** What is asked for with a page: the boot script, and islands; those of one folder are of one kind of page. */
function rootOf(root: string, islands: readonly string[], source: string): string | undefined {
  if (source === BOOT) return "boot";
  const island = islands.find((file) => `${root}/${file}` === source);
  return island && (dirname(island).includes("/") ? dirname(island) : island);
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
    // Modules are read as UTF-8 whatever the page is in: letters beyond ASCII need no escapes there.
    charset: "utf8",
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
  { name, source, known }: { name: string; source: string; known: Record<string, string> },
): BuildOptions {
  const extension = extname(name);
  return {
    ...shared,
    entryPoints: [{ in: `${options.root}/${source}`, out: name.slice(0, -extension.length) }],
    format: extension === ".mjs" ? "esm" : "iife",
    outExtension: { ".js": extension },
    define: { ...shared.define, FRESH_ENTRIES: JSON.stringify(known) },
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

function addresses(
  options: ScriptOptions,
  metafile: Metafile,
  describe: (output: string) => string,
): Pick<Scripts, "boot" | "reload" | "islands" | "demanded"> {
  const urlOf = (output: string) => address(describe(absolute(options.root, output)).slice(OUT.length + 1));
  const scriptsOf = (source: string): IslandScripts => {
    const output = Object.entries(metafile.outputs)
      .find(([, { entryPoint }]) => entryPoint && absolute(options.root, entryPoint) === source)![0];
    const url = urlOf(output);
    // What it imported may have become part of it.
    const imports = new Set(staticImports(metafile, output).map(urlOf));
    return { url, imports: [...imports].filter((each) => each !== url) };
  };
  return {
    boot: scriptsOf(BOOT),
    reload: options.development ? scriptsOf(RELOAD).url : null,
    islands: Object.fromEntries(options.islands.map((file) => [file, scriptsOf(`${options.root}/${file}`)])),
    demanded: demanded(options.root, metafile, urlOf),
  };
}

/** Scripts that are there to be imported on demand. Those of packages have no address worth asking for. */
function demanded(
  root: string,
  { outputs }: Metafile,
  urlOf: (output: string) => string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { imports } of Object.values(outputs)) {
    for (const { path, kind } of imports) {
      const source = kind === "dynamic-import" && outputs[path]?.entryPoint;
      if (!source) continue;
      const file = absolute(root, source);
      if (file.startsWith(`${root}/`)) found[file.slice(root.length)] = urlOf(path);
    }
  }
  return found;
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
