/** A file of a package or of the project that is served although it does not lie in `static/`. */
export interface AssetSource {
  /** Path of a package's file ("vazirmatn/fonts/x.woff2") or, with "./" before it, of one of the project. */
  from: string;
  /** Path of its address, without a slash at the front: "fonts/x.woff2". */
  to: string;
}

/** What the builder is told; `fresh.config.ts` exports one. */
export interface BuildConfig {
  /** The project's folder: path or file URL. Default: working folder. */
  root?: string | URL;
  /** Browsers that scripts are written for, in esbuild's terms. */
  target?: string[];
  /** Packages that must never reach a browser: the build fails when a script imports one. */
  forbidden?: string[];
  /**
   * Makes the stylesheet that every page links; its `url(/…)` are pointed at the hashed addresses.
   * @param args.files absolute paths of the project's source files
   */
  stylesheet?: (args: { root: string; files: string[] }) => Promise<string>;
  /** Further files to serve. */
  assets?: readonly AssetSource[];
  /**
   * Scripts of their own with an address that stays: name ("widget.js") to source file. One file each; a module
   * if its name ends in ".mjs". Each is told as `FRESH_ENTRIES`, by name, at which hashed addresses those lie
   * that stand before it.
   */
  entries?: Record<string, string>;
  /** Folders and files whose change makes a build stale, besides what scripts import. */
  sources?: string[];
}

export const DEFAULT_TARGET = ["chrome111", "firefox114", "safari16.4"];

export const DEFAULT_SOURCES = [
  "routes",
  "islands",
  "components",
  "static",
  "lib/ui",
  "lib/fresh",
  "deno.json",
  "fresh.config.ts",
];
