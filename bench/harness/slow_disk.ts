import { CACHE, ROOT } from "./folders.ts";

/**
 * The environment that gives a process a slow disk. Both programs call libc's `fsync` and `fdatasync`
 * through the dynamic linker, so a library in front of it reaches both alike; each start proves it.
 */
export async function slowDisk(ms: number): Promise<Record<string, string>> {
  const library = `${CACHE}/slow_fsync.so`;
  const args = ["-shared", "-fPIC", "-O2", "-o", library, `${ROOT}bench/slow_fsync.c`, "-ldl"];
  const { success } = await new Deno.Command("cc", { args, stderr: "inherit" }).output();
  if (!success) throw new Error("a slow disk needs a C compiler");
  const env = { LD_PRELOAD: library, SLOW_FSYNC_MS: String(ms) };
  await prove(
    Deno.execPath(),
    ["eval", COMMIT("import { DatabaseSync as Database } from 'node:sqlite'")],
    env,
    ms,
  );
  const better = `import Database from '${CACHE}/peer/node_modules/better-sqlite3/lib/index.js'`;
  await prove("node", ["--input-type=module", "-e", COMMIT(better)], env, ms);
  return env;
}

const COMMIT = (loaded: string) => `
  ${loaded};
  const path = '${CACHE}/slow_fsync.' + Date.now() + '.db';
  const db = new Database(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; create table t (a)');
  const began = performance.now();
  for (let i = 0; i < 10; i++) db.exec('insert into t values (1)');
  console.log((performance.now() - began) / 10);
  db.close();
  (await import('node:fs')).rmSync(path);
`;

async function prove(
  program: string,
  args: string[],
  env: Record<string, string>,
  ms: number,
): Promise<void> {
  const { stdout } = await new Deno.Command(program, { args, env, stderr: "inherit" }).output();
  const took = Number(new TextDecoder().decode(stdout));
  if (!(took >= ms)) throw new Error(`the slow disk does not reach ${program}: a commit took ${took} ms`);
}
