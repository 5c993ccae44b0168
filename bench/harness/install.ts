import { build } from "esbuild";
import { CACHE, ROOT } from "./folders.ts";

const PEER_FILES = ["package.json", "package-lock.json", "server.mjs", "page.mjs"];

/** Installs the peer and bundles the load, outside of what the project itself depends on. */
export async function install(say: (line: string) => void): Promise<void> {
  await Deno.mkdir(`${CACHE}/peer`, { recursive: true });
  const lock = `${CACHE}/peer/package-lock.json`;
  const wanted = await Deno.readTextFile(`${ROOT}bench/peer/package-lock.json`);
  const there = await Deno.readTextFile(lock).catch(() => "");
  if (wanted !== there || !(await exists(`${CACHE}/peer/node_modules/.done`))) {
    say("installing the peer (Socket.IO, better-sqlite3, Hono) with npm");
    await copyPeer();
    await npm(["ci", "--no-audit", "--no-fund"]);
    await node(["-e", "new (require('better-sqlite3'))(':memory:')"]);
    await Deno.writeTextFile(`${CACHE}/peer/node_modules/.done`, "");
  }
  await copyPeer();
  await build({
    entryPoints: [`${ROOT}bench/load/main.ts`],
    outfile: `${CACHE}/load.mjs`,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
}

async function copyPeer(): Promise<void> {
  for (const name of PEER_FILES) await Deno.copyFile(`${ROOT}bench/peer/${name}`, `${CACHE}/peer/${name}`);
}

async function npm(args: string[]): Promise<void> {
  await run("npm", args);
}

async function node(args: string[]): Promise<void> {
  await run("node", args);
}

async function run(program: string, args: string[]): Promise<void> {
  const { success } = await new Deno.Command(program, {
    args,
    cwd: `${CACHE}/peer`,
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`${program} ${args[0]} failed: the peer cannot be measured without it`);
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
