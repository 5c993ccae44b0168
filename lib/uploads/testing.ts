/** Boxes in memory, for tests. */
import type { Edit, Source } from "./boxes.ts";

/** Bytes as a source; counts what was read of them. */
export function memorySource(
  bytes: Uint8Array,
): Source & { readonly reads: { count: number; bytes: number } } {
  const reads = { count: 0, bytes: 0 };
  return {
    size: bytes.length,
    reads,
    read(at, length) {
      const part = bytes.slice(Math.min(at, bytes.length), Math.min(at + length, bytes.length));
      reads.count++;
      reads.bytes += part.length;
      return Promise.resolve(part);
    },
  };
}

/** The bytes after the edits. */
export function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const copy = bytes.slice();
  for (const edit of edits) {
    if (edit.kind === "bytes") copy.set(edit.bytes, edit.at);
    else if (edit.kind === "zero") copy.fill(0, edit.at, edit.at + edit.length);
    else {
      copy.set(new TextEncoder().encode("free"), edit.box.at + 4);
      copy.fill(0, edit.box.content, edit.box.end);
    }
  }
  return copy;
}
