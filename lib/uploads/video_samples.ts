/** Where the samples of a track lie, from its tables (ISO/IEC 14496-12, 8.7). */
import { type Box, BoxError, type Budget, childOf, contentOf, type Edit, type Source } from "./boxes.ts";

/** Longest table that is read, in bytes. */
const TABLE_MAX = 2 * 1024 * 1024;

/** Edits that overwrite all samples of a track with zeros. @throws BoxError */
export async function samplesOf(source: Source, mdia: Box, budget: Budget): Promise<Edit[]> {
  const minf = await childOf(source, mdia, "minf", budget);
  const stbl = minf && await childOf(source, minf, "stbl", budget);
  if (!stbl) return [];
  const offsets = await chunkOffsets(source, stbl, budget);
  if (offsets.length === 0) return [];
  const counts = await samplesPerChunk(source, stbl, budget, offsets.length);
  const size = await sampleSizes(source, stbl, budget);
  const edits: Edit[] = [];
  let sample = 0;
  for (const [chunk, at] of offsets.entries()) {
    let length = 0;
    const count = counts(chunk);
    if (size.each !== null) length = count * size.each;
    else for (let i = 0; i < count && sample + i < size.of.length; i++) length += size.of[sample + i]!;
    sample += count;
    length = Math.min(length, source.size - at);
    if (length <= 0) continue;
    // However tables are made up, not more is written than the file has bytes.
    if (budget.pieces-- <= 0 || (budget.bytes -= length) < 0) throw new BoxError("too many samples");
    edits.push({ kind: "zero", at, length });
  }
  return edits;
}

async function chunkOffsets(source: Source, stbl: Box, budget: Budget): Promise<number[]> {
  const short = await childOf(source, stbl, "stco", budget);
  const box = short ?? await childOf(source, stbl, "co64", budget);
  if (!box) return [];
  const data = await contentOf(source, box, TABLE_MAX);
  const width = short ? 4 : 8;
  const count = Math.min(data.getUint32(4), Math.floor((data.byteLength - 8) / width));
  return Array.from(
    { length: count },
    (_, i) => short ? data.getUint32(8 + i * 4) : Number(data.getBigUint64(8 + i * 8)),
  );
}

/** How many samples the n-th chunk has. */
async function samplesPerChunk(source: Source, stbl: Box, budget: Budget, chunks: number) {
  const box = await childOf(source, stbl, "stsc", budget);
  const data = box && await contentOf(source, box, TABLE_MAX);
  if (!data) throw new BoxError("samples without chunks");
  const runs = Math.min(data.getUint32(4), Math.floor((data.byteLength - 8) / 12));
  const counts = new Uint32Array(chunks);
  for (let run = 0; run < runs; run++) {
    const first = data.getUint32(8 + run * 12);
    // Each run is written once and runs follow one another; one that goes back ends the reading.
    const next = run + 1 < runs ? data.getUint32(20 + run * 12) : chunks + 1;
    if (next < first) break;
    counts.fill(data.getUint32(12 + run * 12), Math.max(0, first - 1), Math.min(chunks, next - 1));
  }
  return (chunk: number) => counts[chunk]!;
}

/** The size of each sample, or the one size that all have. */
async function sampleSizes(source: Source, stbl: Box, budget: Budget) {
  const box = await childOf(source, stbl, "stsz", budget);
  const data = box && await contentOf(source, box, TABLE_MAX);
  if (!data) throw new BoxError("samples without sizes");
  const each = data.getUint32(4);
  if (each > 0) return { each, of: [] };
  const count = Math.min(data.getUint32(8), Math.floor((data.byteLength - 12) / 4));
  return { each: null, of: Array.from({ length: count }, (_, i) => data.getUint32(12 + i * 4)) };
}
