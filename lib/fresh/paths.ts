import { fileURLToPath, pathToFileURL } from "node:url";
import { resolve } from "node:path";

/** Absolute path, with forward slashes and none at the end, of a path or file URL. */
export function toPath(location: string | URL): string {
  const isUrl = location instanceof URL || location.startsWith("file:");
  const path = isUrl ? fileURLToPath(location) : resolve(location);
  return path.replaceAll("\\", "/").replace(/\/+$/, "");
}

/** File URL of an absolute path, with "[", "(" and the like escaped. */
export function toFileUrl(path: string): string {
  return pathToFileURL(path).href;
}
