import { listIslands, listRoutes, OUT_DIR } from "../load.ts";
import { toPath } from "../paths.ts";
import type { Manifest } from "../snapshot.ts";
import { type BuildConfig, DEFAULT_SOURCES } from "./config.ts";
import { develop, type DevelopOptions } from "./develop.ts";
import { BuildFailed } from "./failure.ts";
import { contentHash, hashedName, readJson, writeWhole } from "./files.ts";
import { exclusively } from "./lock.ts";
import { Output } from "./output.ts";
import { sizeReport } from "./report.ts";
import { address, buildScripts, type Scripts } from "./scripts.ts";
import { snapshotModule } from "./snapshot_module.ts";
import { isStale, record, sourceFiles, stamps } from "./stale.ts";
import { staticSources } from "./static_sources.ts";
import { rewriteUrls } from "./styles.ts";

export interface BuildOptions {
  /** Do nothing when the last build still fits the sources. */
  ifStale?: boolean;
  /** Development: readable scripts with source maps, nothing compressed. */
  mode?: "development" | "production";
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
   * Build into `_fresh/`. The manifest is written when everything else lies there: until then, and when
   * the build fails, the former build stays complete. Of several at once the first builds, the others wait.
   * @returns the manifest, or null when nothing had to be built
   * @throws {BuildFailed} naming the place in the sources
   */
  async build({ ifStale = false, mode = "production" }: BuildOptions = {}): Promise<Manifest | null> {
    if (ifStale && !this.isStale(mode)) return null;
    try {
      return await exclusively(this.outDir, async () => {
        if (ifStale && !this.isStale(mode)) return null;
        try {
          return await this.#build(mode);
        } finally {
          // The compiler is a process of its own and would keep this one alive.
          await (await import("esbuild")).stop();
        }
      });
    } catch (error) {
      throw new BuildFailed(error);
    }
  }

  /** Whether the sources changed since the last build of that kind. Takes some milliseconds. */
  isStale(mode: "development" | "production" = "production"): boolean {
    return isStale(this.outDir, this.#optionsHash(mode), this.#sources());
  }

  /** Run the program and keep it up to date with its sources: `deno run -A dev.ts`. */
  async listen(options: DevelopOptions = {}): Promise<void> {
    await develop(this, options);
  }

  /** A table of the sizes of a build. */
  report(manifest: Manifest): Promise<string> {
    return sizeReport(manifest, `${this.outDir}/static`);
  }

  async #build(mode: "development" | "production"): Promise<Manifest> {
    // Stamped before anything is read: what changes meanwhile makes the build stale.
    const before = stamps(this.#sources());
    const output = new Output(`${this.outDir}/static`, mode === "production");
    const assets = await this.#addAssets(output);
    const [scripts, stylesheets] = await Promise.all([
      this.#addScripts(output, assets, mode === "development"),
      this.#addStylesheet(output, assets),
    ]);
    const routes = listRoutes(this.root);
    const manifest: Manifest = {
      version: contentHash(JSON.stringify([Object.entries(output.files).sort(), routes])),
      boot: scripts.boot,
      reload: scripts.reload,
      islands: scripts.islands,
      stylesheets,
      files: output.files,
      // A page may announce a script that it is going to demand.
      assets: { ...assets, ...scripts.demanded },
    };
    const former = await readJson<Manifest>(`${this.outDir}/manifest.json`);
    await writeWhole(`${this.outDir}/snapshot.ts`, snapshotModule(routes, listIslands(this.root)));
    await writeWhole(`${this.outDir}/manifest.json`, JSON.stringify(manifest));
    const files = { ...stamps(scripts.inputs), ...before };
    await writeWhole(`${this.outDir}/build.json`, record(this.#optionsHash(mode), files));
    await output.sweep(former);
    return manifest;
  }

  /** Static files and those of packages: at hashed addresses, and at their plain ones too. */
  async #addAssets(output: Output): Promise<Record<string, string>> {
    const assets: Record<string, string> = {};
    const sources = staticSources(this.root, this.#config.assets);
    await Promise.all(sources.map(async ({ from, to }) => {
      const content = await Deno.readFile(from);
      const name = hashedName(to, contentHash(content));
      await output.add(name, content, { address: address(name), plain: `/${to}` });
      assets[`/${to}`] = address(name);
    }));
    // In the order of their names, since it becomes part of scripts.
    return Object.fromEntries(Object.entries(assets).sort(([a], [b]) => a < b ? -1 : 1));
  }

  async #addScripts(output: Output, assets: Record<string, string>, development: boolean): Promise<Scripts> {
    const { target, forbidden = [], entries = {} } = this.#config;
    const scripts = await buildScripts({
      root: this.root,
      islands: listIslands(this.root),
      entries,
      assets,
      target,
      forbidden,
      development,
    });
    await Promise.all(
      scripts.files.map(({ name, content, entry }) =>
        output.add(name, content, { address: address(name), plain: entry === null ? undefined : `/${entry}` })
      ),
    );
    return scripts;
  }

  async #addStylesheet(output: Output, assets: Record<string, string>): Promise<string[]> {
    if (!this.#config.stylesheet) return [];
    const files = sourceFiles(this.root, this.#watched).filter((file) => /\.[jt]sx?$/.test(file));
    const css = rewriteUrls(await this.#config.stylesheet({ root: this.root, files }), assets);
    const content = new TextEncoder().encode(css);
    if (content.byteLength === 0) return [];
    const name = hashedName("css/styles.css", contentHash(content));
    await output.add(name, content, { address: address(name) });
    return [address(name)];
  }

  get #watched(): string[] {
    return this.#config.sources ?? DEFAULT_SOURCES;
  }

  #sources(): string[] {
    const assets = staticSources(this.root, this.#config.assets).map(({ from }) => from);
    return [...sourceFiles(this.root, this.#watched), ...assets];
  }

  #optionsHash(mode: string): string {
    const { target, forbidden, assets, entries, sources } = this.#config;
    return contentHash(JSON.stringify([mode, target, forbidden, assets, entries, sources]));
  }
}
