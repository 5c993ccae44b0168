/** A stretch of a text: in both versions, only in the newer, or only in the older. */
export interface Stretch {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Words compared at most, in pairs; beyond that one text takes the place of the other. */
const PAIRS_MAX = 4_000_000;

/**
 * What changed from one version of a text to the next, by words, by their longest common subsequence. The
 * stretches that are not `removed` make up the newer text, those not `added` the older one.
 */
export function diffWords(older: string, newer: string): Stretch[] {
  const before = wordsOf(older), after = wordsOf(newer);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)
  ) end++;
  const a = before.slice(start, before.length - end), b = after.slice(start, after.length - end);
  return joined([
    ["same", before.slice(0, start)],
    ...(a.length * b.length > PAIRS_MAX ? [["removed", a], ["added", b]] as Run[] : between(a, b)),
    ["same", before.slice(before.length - end)],
  ]);
}

type Run = [Stretch["kind"], string[]];

function between(a: readonly string[], b: readonly string[]): Run[] {
  // lengths[i][j]: of the longest common subsequence of a from i and b from j.
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j]
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const runs: Run[] = [];
  let i = 0, j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push(["same", [a[i++]!]]);
      j++;
    } else if (
      j === b.length || (i < a.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      runs.push(["removed", [a[i++]!]]);
    } else runs.push(["added", [b[j++]!]]);
  }
  return runs;
}

/** Words and what is between them, so that nothing of the text is lost. A time or a sum is one word. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}_\u200c]+(?:[.:/,٫٬]\p{N}+)*|[^\s\p{L}\p{M}\p{N}_\u200c]/gu) ?? [];
}

/** Neighbours of one kind as one stretch. */
function joined(runs: readonly Run[]): Stretch[] {
  const found: { kind: Stretch["kind"]; text: string }[] = [];
  for (const [kind, words] of runs) {
    const text = words.join("");
    if (text === "") continue;
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  }
  return found;
}
