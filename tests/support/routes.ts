/** What `routes/` answers to programs, read from its files: what documents and tables are held to. */
import { sourceFiles } from "@/tools/files.ts";

const ROOT = new URL("../../", import.meta.url);

export const METHODS: readonly string[] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

export interface RouteMethod {
  readonly method: string;
  /** Such as `/api/messages/{id}`. */
  readonly path: string;
}

/** Every method of every route below `/api` and `/files`. */
export async function routeMethods(): Promise<RouteMethod[]> {
  const files = (await sourceFiles(ROOT.pathname)).filter((file) =>
    /^routes\/(api|files)\//.test(file) && !/\/_\w+\.ts$|_test\.ts$/.test(file)
  );
  const found = await Promise.all(files.map(async (file) => {
    const { handler } = await import(new URL(file, ROOT).href);
    const path = file.replace(/^routes|(\/index)?\.ts$/g, "").replace(/\[(\w+)\]/g, "{$1}");
    const methods = typeof handler === "function" ? ["GET"] : Object.keys(handler);
    return methods.map((method) => ({ method, path }));
  }));
  return found.flat();
}
