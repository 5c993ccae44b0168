/** Where the browser of the tests comes from. */

import { run } from "./run.ts";

/** A browser that has shown that it runs here. */
export interface Chromium {
  readonly path: string;
  /** What must be in its environment besides everything else. */
  readonly env: Record<string, string>;
}

/** Debian's shell: the same engine without the windows, buttons and services around it, in half the time. */
const SHELL = ["chromium-headless-shell"];
const WHOLE = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const ROOT = new URL("../", import.meta.url);
const UNPACKED = new URL("node_modules/.cache/chromium/", ROOT).pathname;

/**
 * The first browser that answers: `CHROMIUM_PATH`, one that is installed (the shell before a whole one),
 * Debian's packages (as root), the one inside an npm package. Fetches only when nothing is there.
 *
 * @param say told before something is fetched, as that takes a while
 * @throws Error naming everything tried and why it did not do. No test may pass for want of a browser.
 */
export function findChromium(say: (line: string) => void = () => {}): Promise<Chromium> {
  return firstOf([
    () => installed([...SHELL, ...WHOLE]),
    () => alreadyUnpacked(),
    async () => await debianPackages(say) && await installed(SHELL),
    () => npmPackage(say),
  ]);
}

/**
 * A browser with all that is around the engine, for the few tests of that: permissions, pages kept for
 * going back to. Like {@link findChromium}, but no shell will do.
 */
export function findWholeChromium(): Promise<Chromium> {
  return firstOf([() => installed(WHOLE), async () => await debianPackages() && await installed(WHOLE)]);
}

/**
 * Fetches what tests will ask for, once, before several processes do.
 *
 * @returns the browser of most tests
 * @throws as {@link findChromium}
 */
export async function prepareChromium(say: (line: string) => void): Promise<Chromium> {
  const complete = Deno.env.get("CHROMIUM_PATH") || await installed(SHELL) && await installed(WHOLE);
  // Where Debian's packages cannot be had, whatever is there will do.
  if (!complete) await debianPackages(say).catch((error) => say(String(error)));
  return await findChromium(say);
}

async function firstOf(sources: (() => Promise<Chromium | false | undefined>)[]): Promise<Chromium> {
  const failures: string[] = [];
  const named = Deno.env.get("CHROMIUM_PATH");
  // Whoever names a browser wants that one and no other in its place.
  for (const source of named ? [() => runs(named)] : sources) {
    try {
      const found = await source();
      if (found) return found;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`No browser for the tests. ${failures.join(" ")} Install Chromium or set CHROMIUM_PATH.`);
}

async function installed(names: readonly string[]): Promise<Chromium | undefined> {
  const folders = (Deno.env.get("PATH") ?? "").split(":").filter(Boolean);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)),
    ...(names === SHELL ? [] : ELSEWHERE),
  ];
  for (const path of candidates) {
    // A name on PATH may be a stub that only advertises another package, so it has to run.
    if (await exists(path)) {
      const found = await runs(path).catch(() => undefined);
      if (found) return found;
    }
  }
}

/** @returns false where there are no packages of Debian's */
async function debianPackages(say: (line: string) => void = () => {}): Promise<boolean> {
  if (Deno.build.os !== "linux" || !(await exists("/etc/debian_version"))) return false;
  if (Deno.uid() !== 0) throw new Error("Debian's packages can only be installed as root.");
  say("installing Debian's chromium");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const names = ["chromium-headless-shell", "chromium"];
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...names]]) {
    const outcome = await run("apt-get", ["-q", ...args], { env, limit: 600 });
    if (!outcome.success) throw new Error(`apt-get ${args[0]} failed: ${reason(outcome.output)}`);
  }
  return true;
}

async function npmPackage(say: (line: string) => void): Promise<Chromium> {
  if (Deno.build.os !== "linux" || Deno.build.arch !== "x86_64") {
    throw new Error(`The npm package has no browser for ${Deno.build.target}.`);
  }
  say("fetching Chromium from npm (66 MB)");
  const partial = `${UNPACKED.slice(0, -1)}.${crypto.randomUUID()}`;
  await Deno.mkdir(partial, { recursive: true });
  try {
    const outcome = await run(Deno.execPath(), [
      "run",
      "-A",
      "--no-config",
      "--node-modules-dir=none",
      "--frozen",
      `--lock=${new URL("chromium.lock", import.meta.url).pathname}`,
      new URL("sparticuz.ts", import.meta.url).pathname,
    ], { env: { TMPDIR: partial }, limit: 600 });
    if (!outcome.success) throw new Error(`Fetching it from npm failed: ${reason(outcome.output)}`);
    // In one move, so that a run cut short leaves no half of a browser behind; in place of one that fails.
    await Deno.remove(UNPACKED, { recursive: true }).catch(() => {});
    await Deno.rename(partial, UNPACKED.slice(0, -1));
  } finally {
    await Deno.remove(partial, { recursive: true }).catch(() => {});
  }
  return await runs(`${UNPACKED}chromium`, await unpackedEnv());
}

async function alreadyUnpacked(): Promise<Chromium | undefined> {
  const path = `${UNPACKED}chromium`;
  if (!(await exists(path))) return undefined;
  return await runs(path, await unpackedEnv());
}

async function unpackedEnv(): Promise<Record<string, string>> {
  const env = { LD_LIBRARY_PATH: `${UNPACKED}al2023/lib` };
  // Without any font Chromium draws no text at all; with the machine's own, it draws more languages.
  return await exists("/etc/fonts/fonts.conf") ? env : { ...env, FONTCONFIG_PATH: `${UNPACKED}fonts` };
}

async function runs(path: string, env: Record<string, string> = {}): Promise<Chromium> {
  const outcome = await run(path, ["--version", "--no-sandbox"], { env, limit: 60 });
  if (!outcome.success) throw new Error(`${path} does not run: ${reason(outcome.output)}`);
  return { path, env };
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

/** The line that says what went wrong: programs print hints after it. */
function reason(output: string): string {
  const lines = output.trim().split("\n").map((line) => line.trim());
  return lines.find((line) => /^(error\b|E:)/i.test(line)) ?? (lines.at(-1) || "no reason given.");
}
