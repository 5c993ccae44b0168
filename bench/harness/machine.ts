import { arch, cpus, release, totalmem } from "node:os";
import { temporaryFolder } from "./folders.ts";
import { median } from "./report.ts";

/** What the figures were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory_gb: number;
  readonly system: string;
  readonly deno: string;
  readonly node: string;
  /** Median of an fsync after 4 KiB appended to a file, in milliseconds: what a commit costs at least. */
  readonly fsync_ms: number;
}

export async function describeMachine(): Promise<Machine> {
  const { stdout } = await new Deno.Command("node", { args: ["--version"] }).output();
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    system: `${Deno.build.os} ${release()} ${arch()}`,
    deno: Deno.version.deno,
    node: new TextDecoder().decode(stdout).trim().replace(/^v/, ""),
    fsync_ms: await measureFsync(),
  };
}

async function measureFsync(): Promise<number> {
  await using folder = await temporaryFolder();
  using file = Deno.openSync(`${folder.path}/probe`, { write: true, create: true });
  const page = new Uint8Array(4096);
  const times = Array.from({ length: 200 }, () => {
    file.writeSync(page);
    const began = performance.now();
    file.syncSync();
    return performance.now() - began;
  });
  return Number(median(times).toFixed(3));
}
