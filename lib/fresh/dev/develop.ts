import type { Builder } from "./builder.ts";

export interface DevelopOptions {
  /** The program to run, relative to the root. Default "main.ts". */
  entry?: string;
  /** Its arguments. */
  args?: string[];
}

/** Folders whose changes mean nothing to a running server. */
const IGNORED = /^(\..*|_fresh|node_modules|data|uploads|coverage|bench|tests|docs|deploy)(\/|$)/;
/** Time for an editor to finish writing, in milliseconds. */
const QUIET = 60;
/** How long a server may take to stop, in milliseconds. */
const PATIENCE = 6000;

/**
 * Build and run the program; at every change of a source build again and run it anew. A build that fails
 * is told, and the last good program goes on. Ends with SIGINT or SIGTERM.
 */
export async function develop(builder: Builder, options: DevelopOptions = {}): Promise<void> {
  let server = await builds(builder) ? run(builder, options) : null;
  const stopped = signalled();
  const watcher = Deno.watchFs(watchedPaths(builder.root), { recursive: true });
  void stopped.then(() => watcher.close());
  for await (const _ of settled(watcher, builder.root)) {
    if (!await builds(builder)) continue;
    await stop(server);
    server = run(builder, options);
  }
  await stop(server);
}

async function builds(builder: Builder): Promise<boolean> {
  const start = performance.now();
  try {
    if (await builder.build({ ifStale: true, mode: "development" })) {
      console.log(`Built in ${Math.round(performance.now() - start)} ms`);
    }
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function run(builder: Builder, { entry = "main.ts", args = [] }: DevelopOptions): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", `${builder.root}/${entry}`, ...args],
    cwd: builder.root,
    env: { FRESH_DEV: "1" },
    stdin: "null",
  }).spawn();
}

async function stop(server: Deno.ChildProcess | null): Promise<void> {
  if (server === null) return;
  try {
    server.kill("SIGTERM");
  } catch {
    // It has ended by itself.
  }
  const timer = setTimeout(() => server.kill("SIGKILL"), PATIENCE);
  await server.status;
  clearTimeout(timer);
}

/** The top of the project and its folders, without those that change by themselves. */
function watchedPaths(root: string): string[] {
  return [...Deno.readDirSync(root)]
    .filter(({ name }) => !IGNORED.test(name))
    .map(({ name }) => `${root}/${name}`);
}

/** One item for each burst of changes that concerns a source, also for one that came meanwhile. */
async function* settled(watcher: Deno.FsWatcher, root: string): AsyncGenerator<void> {
  let wake: () => void = () => {};
  let changed = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watching = (async () => {
    for await (const { kind, paths } of watcher) {
      if (kind === "access" || !paths.some((path) => isSource(path, root))) continue;
      clearTimeout(timer);
      timer = setTimeout(() => {
        changed = true;
        wake();
      }, QUIET);
    }
    clearTimeout(timer);
    ended = true;
    wake();
  })();
  while (!ended) {
    if (!changed) await new Promise<void>((resolve) => wake = resolve);
    if (!changed || ended) continue;
    changed = false;
    yield;
  }
  await watching;
}

function isSource(path: string, root: string): boolean {
  return !IGNORED.test(path.slice(root.length + 1)) && !/(_test\.[jt]sx?|~|\.sw[a-z])$/.test(path);
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, () => resolve());
  });
}
