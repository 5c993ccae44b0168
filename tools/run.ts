/** Running other programs: output kept together, a time limit, never waiting for the keyboard. */

export interface Outcome {
  readonly success: boolean;
  /** stdout and stderr in the order in which they came, without colours. */
  readonly output: string;
  readonly seconds: number;
}

export interface RunOptions {
  readonly env?: Record<string, string>;
  /** After this many seconds the program is ended and counts as failed. */
  readonly limit: number;
}

/** Runs a program to its end. A program that cannot be started is an unsuccessful outcome, not an error. */
export async function run(command: string, args: string[], options: RunOptions): Promise<Outcome> {
  const began = performance.now();
  const output: string[] = [];
  let success = false;
  try {
    const child = new Deno.Command(command, {
      args,
      env: { NO_COLOR: "1", ...options.env },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const timer = setTimeout(() => {
      output.push(`\nEnded after ${options.limit} s without a result: ${command} ${args.join(" ")}\n`);
      child.kill("SIGKILL");
    }, options.limit * 1000);
    const [status] = await Promise.all([
      child.status.finally(() => clearTimeout(timer)),
      collect(child.stdout, output),
      collect(child.stderr, output),
    ]);
    success = status.success;
  } catch (error) {
    output.push(`${command} could not be run: ${error instanceof Error ? error.message : error}\n`);
  }
  return { success, output: output.join(""), seconds: (performance.now() - began) / 1000 };
}

/** Runs `deno` itself: the very program this one runs in, whether or not there is a `deno` on PATH. */
export function deno(args: string[], options: RunOptions): Promise<Outcome> {
  return run(Deno.execPath(), args, options);
}

async function collect(stream: ReadableStream<Uint8Array>, into: string[]): Promise<void> {
  const decoder = new TextDecoder();
  for await (const bytes of stream) into.push(decoder.decode(bytes, { stream: true }));
}
