import { TextLineStream } from "./lines.ts";

/** Two cores: the server has one, the load the other. */
export const CORE = { server: 0, load: 1 } as const;

export interface Running {
  readonly pid: number;
  readonly child: Deno.ChildProcess;
  /** Lines of stdout, from the first on. */
  readonly lines: ReadableStreamDefaultReader<string>;
  stop(): Promise<void>;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Which core it is bound to; none when left out. */
  readonly core?: number;
  readonly stdin?: "piped";
}

const children = new Set<Deno.ChildProcess>();

/** Ends every program that was started: for when this one is told to stop. */
export function stopAll(): void {
  for (const child of children) child.kill("SIGKILL");
}

/** Starts a program, bound to a core. What it says on stderr is shown. */
export function start({ program, args, cwd, env = {}, core, stdin }: Command): Running {
  const bound = core === undefined ? [program, ...args] : ["taskset", "-c", String(core), program, ...args];
  const child = new Deno.Command(bound[0]!, {
    args: bound.slice(1),
    cwd,
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1", ...env },
    stdin: stdin ?? "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  children.add(child);
  child.status.then(() => children.delete(child));
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream())
    .getReader();
  return {
    pid: child.pid,
    child,
    lines,
    async stop() {
      // taskset gives its place to the program, so this is the program's own id.
      try {
        child.kill("SIGKILL");
      } catch { /* it ended by itself */ }
      await child.status;
      await lines.cancel().catch(() => {});
    },
  };
}

/** The next line that matches. @throws Error when the program ends or stays silent before */
export async function waitFor(
  { lines, child }: Running,
  pattern: RegExp,
  limit_ms = 60_000,
): Promise<RegExpExecArray> {
  const timer = setTimeout(() => child.kill("SIGKILL"), limit_ms);
  try {
    for (;;) {
      const { value, done } = await lines.read();
      if (done) {
        throw new Error(`the program ended or was silent for ${limit_ms} ms without saying ${pattern}`);
      }
      const found = pattern.exec(value);
      if (found) return found;
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Resident memory of a process in bytes, without file pages it shares (proc(5), `RssAnon`). */
export function memoryOf(pid: number): number {
  const found = /^RssAnon:\s+(\d+) kB/m.exec(Deno.readTextFileSync(`/proc/${pid}/status`));
  return Number(found![1]) * 1024;
}
