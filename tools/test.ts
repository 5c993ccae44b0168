/**
 * `deno task test`: everything that must hold before a change goes in, one verdict at the end.
 *
 *   deno task test                          all parts
 *   deno task test --only check,unit        some: check, unit, flow, browser, nightly
 *   deno task test --filter "sends once"    only tests with this in their name
 *   deno task test lib/chat tests/x_test.ts only files below these paths
 */
import { parseArgs } from "node:util";
import { prepareChromium } from "./chromium.ts";
import { sourceFiles } from "./files.ts";
import { deno, type Outcome } from "./run.ts";
import { type Suite, suiteOf } from "./suites.ts";
import { add, failuresOf, NOTHING, parseTally, type Tally, verdict } from "./summary.ts";

const PARTS = ["check", "unit", "flow", "browser", "nightly"] as const;
type Part = typeof PARTS[number];

/** Hang guards in seconds, far above what anything takes; they decide nothing else. */
const LIMIT: Record<Part, number> = { check: 300, unit: 300, flow: 300, browser: 900, nightly: 4 * 3600 };

const CORES = Math.max(1, Math.min(4, navigator.hardwareConcurrency));

/**
 * Files of a suite that run at once. Each is a process with its own server and, if it needs one, browser.
 * A server and a browser wait for each other a third of their time: half as many again keep all cores
 * busy.
 */
const JOBS: Record<Suite, number> = {
  unit: CORES,
  flow: CORES,
  browser: Math.ceil(CORES * 1.5),
  nightly: 1,
};

interface Plan {
  readonly parts: readonly Part[];
  readonly filter: string | undefined;
  readonly paths: readonly string[];
}

async function main(): Promise<void> {
  const plan = readPlan();
  const began = performance.now();
  const files = (await sourceFiles(".")).filter((path) =>
    plan.paths.length === 0 || plan.paths.some((wanted) => path === wanted || path.startsWith(wanted + "/"))
  );
  let total = NOTHING;
  const times: string[] = [];
  for (const part of plan.parts) {
    const start = performance.now();
    console.log(`\n${part}`);
    const tally = part === "check" ? await check() : await runSuite(part, files, plan);
    total = add(total, tally);
    times.push(`${part} ${seconds((performance.now() - start) / 1000)}`);
  }
  if (total.passed + total.failed === 0) {
    // A misspelt filter or path must not look like a success.
    console.log("\nFAILED  no test matches");
    total = { ...total, failed: 1 };
  }
  console.log(`\n${times.join(", ")}; together ${seconds((performance.now() - began) / 1000)}\n`);
  console.log(verdict(total));
  Deno.exit(total.failed > 0 ? 1 : 0);
}

function readPlan(): Plan {
  try {
    const { values, positionals } = parseArgs({
      args: Deno.args.filter((arg) => arg !== "--"),
      options: { only: { type: "string" }, filter: { type: "string" } },
      allowPositionals: true,
    });
    const named = values.only?.split(",").map((part) => part.trim());
    const unknown = named?.find((part) => !PARTS.some((known) => known === part));
    if (unknown !== undefined) throw new Error(`there is no part called "${unknown}"`);
    const everyDay: readonly Part[] = PARTS.filter((part) => part !== "nightly");
    // Naming files or tests asks for those, not for the checks of the whole project.
    const narrowed = positionals.length > 0 || values.filter !== undefined;
    return {
      parts: named
        ? PARTS.filter((part) => named.includes(part))
        : everyDay.filter((part) => part !== "check" || !narrowed),
      filter: values.filter,
      paths: positionals.map((path) => path.replace(/^\.\//, "").replace(/\/$/, "")),
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}. Parts: ${PARTS.join(", ")}.`);
    Deno.exit(2);
  }
}

async function check(): Promise<Tally> {
  let tally = NOTHING;
  for (
    const [name, args] of [["format", ["fmt", "--check"]], ["lint", ["lint"]], ["types", [
      "check",
      "--quiet",
    ]]] as const
  ) {
    const outcome = await deno([...args], { limit: LIMIT.check });
    tally = add(tally, countStep(name, outcome));
  }
  return tally;
}

/** A step that is no test run counts as one test. */
function countStep(name: string, outcome: Outcome): Tally {
  const tally = { ...NOTHING, ...(outcome.success ? { passed: 1 } : { failed: 1 }) };
  report(name, tally, outcome);
  return tally;
}

async function runSuite(suite: Suite, all: readonly string[], plan: Plan): Promise<Tally> {
  const files = longestFirst(all.filter((path) => suiteOf(path) === suite));
  if (files.length === 0) {
    if (plan.paths.length > 0) return NOTHING;
    // A suite that is not there must not look like one that passed.
    console.log(`  FAILED  no test file found`);
    return { ...NOTHING, failed: 1 };
  }
  // Found, or fetched, once and before several test processes look for it at the same time.
  if (suite === "browser" && !(await browserIsThere())) return { ...NOTHING, failed: 1 };
  let tally = suite === "unit" ? NOTHING : await build();
  // Unit tests share one process, as starting many would cost more than they do.
  const groups = suite === "unit" ? [files] : files.map((file) => [file]);
  const runNext = async (): Promise<void> => {
    for (let group = groups.shift(); group; group = groups.shift()) {
      const own = await runGroup(suite, group, plan.filter);
      // Only now: what was added by others while this one ran must not be forgotten.
      tally = add(tally, own);
    }
  };
  await Promise.all(Array.from({ length: JOBS[suite] }, runNext));
  return tally;
}

/** Files that take minutes come first: one of them begun last would be waited for by itself. */
function longestFirst(files: readonly string[]): string[] {
  const isLong = (path: string) => path.includes("/sweeps/");
  return [...files.filter(isLong), ...files.filter((path) => !isLong(path))];
}

let built: Promise<Tally> | undefined;

/** Builds scripts and stylesheet once, before servers of several test processes would all begin to. */
async function build(): Promise<Tally> {
  if (built) return NOTHING;
  built = deno(["run", "-A", "dev.ts", "build"], { limit: LIMIT.check })
    .then((outcome) => countStep("build", outcome));
  return await built;
}

async function browserIsThere(): Promise<boolean> {
  try {
    console.log(`  using ${(await prepareChromium((line) => console.log(`  ${line}`))).path}`);
    return true;
  } catch (error) {
    console.log(`  FAILED  ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

async function runGroup(suite: Suite, files: string[], filter: string | undefined): Promise<Tally> {
  // Types were checked already, once for everything.
  const args = ["test", "-A", "--no-check", ...(files.length > 1 ? ["--parallel"] : [])];
  if (filter !== undefined) args.push("--filter", filter);
  const outcome = await deno([...args, ...files], {
    limit: LIMIT[suite],
    env: files.length > 1 ? { DENO_JOBS: String(JOBS[suite]) } : {},
  });
  const tally = parseTally(outcome.output, outcome.success);
  const name = files.length > 1 ? `${files.length} files` : files[0]!;
  if (filter === undefined || tally.passed + tally.failed > 0) report(name, tally, outcome, suite);
  return tally;
}

function report(name: string, tally: Tally, outcome: Outcome, suite?: Suite): void {
  const word = tally.failed > 0 ? "FAILED" : "ok    ";
  console.log(`  ${word}  ${name}  (${verdict(tally)}, ${seconds(outcome.seconds)})`);
  if (tally.failed === 0) return;
  // What a server wrote beside the tests explains many a failure, except where many files are mixed.
  const shown = suite === "unit" ? failuresOf(outcome.output) : outcome.output.trim();
  console.log(shown.replace(/^/gm, "    "));
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

await main();
