import { twind, virtual } from "@twind/core";
import { transform } from "esbuild";
import { join, relative } from "node:path";
import { readdir, readFile } from "node:fs/promises";
import { collectClasses } from "./classes.ts";
import { fontsCss } from "./fonts.ts";
import { twindConfig, VARIANTS } from "./theme.ts";
import { tokensCss } from "./tokens.ts";

/** Written by hand, in this order. */
const SHEETS = ["base.css", "bubbles.css", "admin.css", "widget.css"];
const FOLDERS = ["components", "islands", "routes"];

/** Class names that select nothing by themselves: marks for `group-hover:` and the like. */
const MARKERS: ReadonlySet<string> = new Set(["group", "peer"]);

/** Classes of ours that Twind has another meaning for, which is not wanted. */
const OURS: ReadonlySet<string> = new Set(["ring"]);

/**
 * The whole stylesheet: fonts, tokens, base and the utilities that the sources use, minified. The same
 * sources give the same bytes, whatever the order in which files are read.
 *
 * @param root folder with `components/`, `islands/` and `routes/`
 * @throws {Error} naming every class that means nothing, with file and line, and those that mean two things
 */
export async function buildStylesheet(root: string): Promise<string> {
  const sheets = SHEETS.map((name) => readFile(new URL(`./${name}`, import.meta.url), "utf8"));
  const base = (await Promise.all(sheets)).join("\n");
  const written = classesOf(base);
  requireOneMeaning(written);
  const utilities = utilitiesCss(await usedClasses(root), written);
  const css = [fontsCss(), tokensCss(), base, utilities].join("\n");
  const { code } = await transform(css, { loader: "css", minify: true, charset: "utf8" });
  return code;
}

/**
 * A utility that a sheet names as well would be taken for a class of that sheet, and not be there for anybody.
 * @throws {Error} naming all of them
 */
export function requireOneMeaning(written: Iterable<string>): void {
  const sheet = virtual();
  const tw = twind(twindConfig(), sheet);
  const doubled = [...written].filter((name) => {
    const before = sheet.target.length;
    if (!OURS.has(name)) tw(name);
    return sheet.target.length > before;
  });
  if (doubled.length) throw new Error(`Utilities in a handwritten sheet: ${doubled.join(", ")}`);
}

/** Every class name in the sources, with the first place that uses it. */
async function usedClasses(root: string): Promise<Map<string, string>> {
  const used = new Map<string, string>();
  for (const folder of FOLDERS) {
    for (const file of await sources(join(root, folder))) {
      for (const { name, line } of readClasses(await readFile(file, "utf8"), relative(root, file))) {
        if (!used.has(name)) used.set(name, `${relative(root, file)}:${line}`);
      }
    }
  }
  return used;
}

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".tsx") && !entry.name.endsWith("_test.tsx"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readClasses(source: string, file: string) {
  try {
    return collectClasses(source);
  } catch (error) {
    throw new Error(`${file}, ${(error as Error).message}`);
  }
}

/** Prints the utilities; names that are neither utility, base class nor marker are refused together. */
export function utilitiesCss(used: ReadonlyMap<string, string>, baseClasses: ReadonlySet<string>): string {
  const sheet = virtual();
  const tw = twind(twindConfig(), sheet);
  const unknown: string[] = [];
  // Twind sorts by precedence; sorted input settles what is equal there.
  for (const name of [...used.keys()].sort()) {
    if (MARKERS.has(name) || baseClasses.has(name)) continue;
    const before = sheet.target.length;
    if (knownVariants(name)) tw(name);
    if (sheet.target.length === before) unknown.push(`${name} (${used.get(name)})`);
  }
  if (unknown.length) throw new Error(`No such class: ${unknown.join(", ")}`);
  return sheet.target.join("\n");
}

/** The part before the last colon outside brackets must consist of known variants. */
function knownVariants(name: string): boolean {
  const variants = name.replace(/\[[^\]]*\]/g, (part) => part.replaceAll(":", "_")).split(":").slice(0, -1);
  return variants.every((variant) => VARIANTS.has(variant) || /^(data-|aria-|has-|group-)?\[/.test(variant));
}

function classesOf(css: string): Set<string> {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\{[^{}]*\}/g, " ");
  return new Set(Array.from(rules.matchAll(/\.([a-z][\w-]*)/g), (match) => match[1]!));
}
