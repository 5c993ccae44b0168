/** Building and developing; see README.md. Never imported by a server in production. */
export { Builder, type BuildOptions } from "./builder.ts";
export type { AssetSource, BuildConfig } from "./config.ts";
export { BuildFailed } from "./failure.ts";
export type { DevelopOptions } from "./develop.ts";
