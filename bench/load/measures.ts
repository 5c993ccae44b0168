import { readFileSync } from "node:fs";
import process from "node:process";

/** Linux counts CPU time in hundredths of a second (`getconf CLK_TCK`). */
const TICKS = 100;

/** User and system time of all threads of a process so far, in seconds (proc(5), `/proc/pid/stat`). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  // The name in parentheses may hold spaces; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** What all cores together did for anybody so far, in seconds (proc(5), `/proc/stat`). */
export function machineCpuSeconds(): number {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync("/proc/stat", "latin1").split(
    "\n",
    1,
  )[0]!
    .split(/\s+/).slice(1).map(Number) as [number, number, number, number, number, number, number, number];
  return (user + nice + system + irq + softirq + steal) / TICKS;
}

/** The same of the load itself. */
export function loadCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export function quantiles(values: readonly number[]): { p50: number; p99: number; max: number } {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

export function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
