/**
 * Makes components/emoji/data.ts: every emoji with its names in Persian and English, for the picker.
 *
 *   npm pack cldr-annotations-full@48.2.0 cldr-annotations-derived-full@48.2.0 emojibase-data@17.0.0
 *   deno run -A tools/emoji.ts <folder with the unpacked packages, each named like itself>
 *
 * Names and keywords are the Unicode Consortium's (CLDR, Unicode License V3), order and groups emojibase's
 * (MIT). They are no dependencies: 400 MB of other languages would come along for what is made once.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { toEmoji } from "@/lib/protocol/reactions.ts";

interface Entry {
  readonly label: string;
  readonly emoji: string;
  readonly order?: number;
  readonly group?: number;
  readonly version: number;
  readonly skins?: readonly {
    readonly emoji: string;
    readonly tone: number | readonly number[];
    readonly version: number;
  }[];
}

interface Annotation {
  readonly default?: readonly string[];
  readonly tts?: readonly string[];
}

/** Later ones are boxes on too many devices. */
const NEWEST = 15;
/** Emojibase's groups that stand under one heading of ours; 2 are the skin tones by themselves. */
const GROUPS = [[0], [1], [3], [4], [5], [6, 7], [8, 9]];
/** Words of one emoji and language, beside those of its name. */
const WORDS_MAX = 10;
const MEDIUM = "\u{1f3fd}";

const folder = Deno.args[0]!;
const read = (path: string) => JSON.parse(readFileSync(`${folder}/${path}`, "utf8"));
const annotations = (locale: string): Record<string, Annotation> => ({
  ...read(`cldr-annotations-derived-full/annotationsDerived/${locale}/annotations.json`)
    .annotationsDerived.annotations,
  ...read(`cldr-annotations-full/annotations/${locale}/annotations.json`).annotations.annotations,
});
const en = annotations("en");
const fa = annotations("fa");
const all: Entry[] = read("emojibase-data/en/data.json");

const sections = GROUPS.map((groups) =>
  all.filter(({ group, version }) => group !== undefined && groups.includes(group) && version <= NEWEST)
    .sort((a, b) => a.order! - b.order!)
    .map(line)
    .join("\n")
);

function line(entry: Entry): string {
  const { emoji, label } = entry;
  const [en_name, en_words] = words(en, emoji, label);
  const [fa_name, fa_words] = words(fa, emoji, "");
  return [toEmoji(emoji)!, en_name, fa_name, en_words, fa_words, toned(entry)].join("|").replace(/\|+$/, "");
}

/** The name, and the words by which it is found besides. */
function words(from: Record<string, Annotation>, emoji: string, fallback: string): [string, string] {
  const found = from[emoji.replaceAll("\ufe0f", "")] ?? from[emoji] ?? {};
  // "flag: Iran" is found under both words and read as the second.
  const [kind, flag] = (found.tts?.[0] ?? fallback).split(/: (?!.*: )/);
  const is_flag = flag !== undefined && /^(flag|پرچم)$/.test(kind!);
  const name = is_flag ? flag : found.tts?.[0] ?? fallback;
  const known = new Set(name.toLowerCase().split(/[\s,:]+/));
  const more = [is_flag ? kind! : "", ...found.default ?? []].flatMap((text) => text.toLowerCase().split(" "))
    .filter((word) => word !== "" && !/[|`$\\]/.test(word) && !known.has(word));
  return [name, [...new Set(more)].slice(0, WORDS_MAX).join(" ")];
}

/** How a skin tone is set: `1` behind the first sign, `2` behind every person, nothing where there is none. */
function toned({ emoji, skins = [] }: Entry): string {
  const medium = skins.find(({ tone, version }) => tone === 3 && version <= NEWEST)?.emoji;
  if (medium === undefined) return "";
  const plain = toEmoji(emoji)!;
  if (medium === plain.replace(/^(.)\ufe0f?/u, `$1${MEDIUM}`)) return "1";
  if (medium === plain.replace(/[\u{1f468}\u{1f469}\u{1f9d1}]/gu, `$&${MEDIUM}`)) return "2";
  return "";
}

writeFileSync(
  new URL("../components/emoji/data.ts", import.meta.url),
  `/**
 * Made by tools/emoji.ts. Names and words: Unicode CLDR, copyright © Unicode, Inc., Unicode License V3
 * (https://www.unicode.org/license.txt). Order and groups: emojibase, © Miles Johnson, MIT licence.
 *
 * A group is a text, a line of it an emoji: sign, English name, Persian name, English words, Persian words,
 * and how a skin tone is set.
 */
export const GROUPS: readonly string[] = [
${sections.map((text) => `  \`${text}\`,`).join("\n")}
];
`,
);
