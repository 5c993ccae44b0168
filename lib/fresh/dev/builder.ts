import type { BuildFailure } from "esbuild";
import { listFiles, listIslands, listRoutes, OUT_DIR } from "../load.ts";
import { toPath } from "../paths.ts";
import type { Manifest, StaticFile } from "../snapshot.ts";
import { type AssetSource, type BuildConfig, DEFAULT_SOURCES } from "./config.ts";
import { contentHash, finishFile, hashedName, writeFile } from "./files.ts";
import { develop, type DevelopOptions } from "./develop.ts";
import { sizeReport } from "./report.ts";
import { address, buildScripts } from "./scripts.ts";
import { snapshotModule } from "./snapshot_module.ts";
import { isRecordStale, sourceFiles, writeRecord } from "./stale.ts";
import { buildStylesheet } from "./styles.ts";

export interface BuildOptions {
  /** Do nothing when the last build still fits the sources. */
  ifStale?: boolean;
  /** Readable scripts with source maps, nothing compressed. */
  mode?: "development" | "production";
}

/** A build that did not succeed; the message says where in the sources. */
export class BuildFailed extends Error {
  override name = "BuildFailed";

  constructor(cause: unknown) {
    super(describe(cause), { cause });
  }
}

/** esbuild's errors hold a list with places; others speak for themselves. */
function describe(cause: unknown): string {
  const errors = (cause as Partial<BuildFailure>)?.errors;
  if (!Array.isArray(errors)) return cause instanceof Error ? cause.message : String(cause);
  return errors.map(({ text, location }) => location ? `${location.file}:${location.line}: ${text}` : text)
    .join("\n");
}

/** Builds what browsers get: scripts of islands, the stylesheet, static files. */
export class Builder {
  readonly root: string;
  /** Where builds go. */
  readonly outDir: string;
  readonly #config: BuildConfig;

  constructor(config: BuildConfig = {}) {
    this.#config = config;
    this.root = toPath(config.root ?? Deno.cwd());
    this.outDir = `${this.root}/${OUT_DIR}`;
  }

  /**
   * Build into `_fresh/`. The former build is replaced at the end, in one go: a server or a failed build
   * never meets half of one.
   * @returns the manifest, or null when nothing had to be built
   */
  async build({ ifStale = false, mode = "production" }: BuildOptions = {}): Promise<Manifest | null> {
    if (ifStale && !this.isStale(mode)) return null;
    const tempDir = `${this.outDir}.${crypto.randomUUID()}`;
    const staticDir = `${tempDir}/static`;
    await Deno.mkdir(staticDir, { recursive: true });
    try {
      const { manifest, inputs } = await this.#buildInto(staticDir, mode === "development");
      await Deno.writeTextFile(`${tempDir}/manifest.json`, JSON.stringify(manifest));
      await Deno.writeTextFile(
        `${tempDir}/snapshot.ts`,
        snapshotModule(listRoutes(this.root), listIslands(this.root)),
      );
      await writeRecord(tempDir, this.#optionsHash(mode), [...this.#sources(), ...inputs]);
      await replaceDir(tempDir, this.outDir);
      return manifest;
    } catch (error) {
      throw new BuildFailed(error);
    } finally {
      // The compiler is a process of its own and would keep this one alive.
      await (await import("esbuild")).stop();
      await Deno.remove(tempDir, { recursive: true }).catch(() => {});
    }
  }

  /** Run the program and keep it up to date with its sources: `deno run -A dev.ts`. */
  async listen(options: DevelopOptions = {}): Promise<void> {
    await develop(this, options);
  }

  /** A table of the sizes of a build. */
  report(manifest: Manifest): Promise<string> {
    return sizeReport(manifest, `${this.outDir}/static`);
  }

  /** Whether the sources changed since the last build of that kind. Some milliseconds. */
  isStale(mode: "development" | "production" = "production"): boolean {
    return isRecordStale(this.outDir, this.#optionsHash(mode), this.#sources());
  }

  /** Folders and files that a build depends on, as configured. */
  get sources(): string[] {
    return this.#config.sources ?? DEFAULT_SOURCES;
  }

  async #buildInto(staticDir: string, development: boolean) {
    const files: Record<string, StaticFile> = {};
    const assets = await this.#copyAssets(staticDir, files, !development);
    const [scripts, stylesheets] = await Promise.all([
      buildScripts({
        root: this.root,
        outDir: staticDir,
        islands: listIslands(this.root),
        entries: this.#config.entries ?? {},
        assets,
        target: this.#config.target,
        forbidden: this.#config.forbidden ?? [],
        development,
      }),
      buildStylesheet(this.#config, this.root, staticDir, this.sources, assets),
    ]);
    const standalone = Object.keys(this.#config.entries ?? {});
    await Promise.all([...scripts.files, ...stylesheets].map(async (file) => {
      const stable = standalone.includes(file);
      files[stable ? `/${file}` : address(file)] = await finishFile(staticDir, file, !stable, !development);
    }));
    const manifest: Manifest = {
      version: contentHash(JSON.stringify(Object.entries(files).sort()) + listRoutes(this.root).join()),
      boot: scripts.boot,
      reload: scripts.reload,
      islands: scripts.islands,
      stylesheets: stylesheets.map(address),
      files,
      assets,
    };
    return { manifest, inputs: scripts.inputs };
  }

  /** Static files and those of packages, under hashed names; reachable by their plain names too. */
  async #copyAssets(
    staticDir: string,
    files: Record<string, StaticFile>,
    compress: boolean,
  ): Promise<Record<string, string>> {
    const assets: Record<string, string> = {};
    await Promise.all(
      this.#assetSources().map(async ({ from, to }) => {
        const content = await Deno.readFile(from);
        const name = hashedName(to, contentHash(content));
        await writeFile(staticDir, name, content);
        const file = await finishFile(staticDir, name, true, compress);
        files[address(name)] = file;
        files[`/${to}`] = { ...file, immutable: false };
        assets[`/${to}`] = address(name);
      }),
    );
    return assets;
  }

  #assetSources(): AssetSource[] {
    const own = listFiles(`${this.root}/static`)
      .map((file) => ({ from: `${this.root}/static/${file}`, to: file }));
    const others = (this.#config.assets ?? []).map(({ from, to }) => ({
      from: from.startsWith("./") ? `${this.root}/${from.slice(2)}` : packageFile(this.root, from),
      to,
    }));
    return [...own, ...others];
  }

  #sources(): string[] {
    return [
      ...sourceFiles(this.root, this.sources),
      ...this.#assetSources().map(({ from }) => from).filter((file) =>
        !file.startsWith(`${this.root}/static/`)
      ),
    ];
  }

  #optionsHash(mode: string): string {
    const { target, forbidden, assets, entries, sources } = this.#config;
    return contentHash(JSON.stringify([mode, target, forbidden, assets, entries, sources]));
  }
}

/** A file of a package: in the nearest node_modules, since a project may lie within another. */
function packageFile(root: string, path: string): string {
  const name = path.replace(/^node_modules\//, "");
  for (let dir = root;; dir = dir.slice(0, dir.lastIndexOf("/"))) {
    const file = `${dir}/node_modules/${name}`;
    try {
      Deno.statSync(file);
      return file;
    } catch {
      if (dir === "") throw new Error(`No package has the file ${path}: is it in deno.json and installed?`);
    }
  }
}

async function replaceDir(from: string, to: string): Promise<void> {
  const old = `${from}.old`;
  await Deno.rename(to, old).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await Deno.rename(from, to);
  await Deno.remove(old, { recursive: true }).catch(() => {});
}
