/** Building and developing; see README.md. Never imported by a server in production. */
export { Builder, BuildFailed, type BuildOptions } from "./builder.ts";
export type { AssetSource, BuildConfig } from "./config.ts";
export type { DevelopOptions } from "./develop.ts";
