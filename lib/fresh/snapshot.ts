/** What a build knows about one file it serves. */
export interface StaticFile {
  /** Path inside the folder of static files. */
  file: string;
  type: string;
  /** Strong validator, quotes included. */
  etag: string;
  /** The address holds a content hash: may be kept for ever. */
  immutable: boolean;
  /** Precompressed variants that lie beside it. */
  encodings: ("br" | "gzip")[];
}

/** The scripts of one island file. */
export interface IslandScripts {
  url: string;
  /** Chunks that its script imports statically, to be fetched at the same time. */
  imports: string[];
}

/** Addresses are without the base path. */
export interface Manifest {
  /** Changes whenever anything built changes. */
  version: string;
  boot: IslandScripts;
  /** The script that reloads the page in development; null in production. */
  reload: string | null;
  /** By island file, relative to the root with forward slashes. */
  islands: Record<string, IslandScripts>;
  stylesheets: string[];
  /** What can be fetched, by path of the address. */
  files: Record<string, StaticFile>;
  /** From the plain address of a static file to its hashed one. */
  assets: Record<string, string>;
}

/** A module of `routes/` or `islands/`: its path and what it exports. */
export type LoadedModule = readonly [path: string, exports: Record<string, unknown>];

/** A build as the server uses it. */
export interface Snapshot {
  /** Absolute path of the folder in which the manifest's files lie; null when there is no build. */
  staticDir: string | null;
  manifest: Manifest | null;
  /** Paths relative to `routes/`. */
  routes: LoadedModule[];
  /** Paths relative to the root. */
  islands: LoadedModule[];
}
