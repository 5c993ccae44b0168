/**
 * What a video tells of its maker, taken out of MP4 and MOV files. Everything is removed but what is known
 * to be needed for playing: locations hide in too many places (`udta` ©xyz and loci, `meta` with
 * com.apple.quicktime.location, XMP in `uuid`, tracks of timed metadata) for a list of them.
 */
import {
  type Box,
  BoxError,
  boxesIn,
  type Budget,
  budgetFor,
  childOf,
  contentOf,
  type Edit,
  latin,
  reading,
  type Source,
} from "./boxes.ts";
import { samplesOf } from "./video_samples.ts";

/** What is needed for playing, by the box it stands in (ISO/IEC 14496-12; QuickTime File Format). */
const NEEDED: Readonly<Record<string, ReadonlySet<string>>> = {
  file: new Set(["ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx", "ssix", "wide"]),
  moov: new Set(["mvhd", "trak", "mvex", "iods"]),
  trak: new Set(["tkhd", "edts", "mdia", "tref", "tapt", "clip", "matt", "load", "imap", "txas"]),
  mdia: new Set(["mdhd", "hdlr", "elng", "minf"]),
  moof: new Set(["mfhd", "traf"]),
  traf: new Set(["tfhd", "tfdt", "trun", "sbgp", "sgpd", "saiz", "saio", "subs", "senc"]),
};

/** Tracks that are kept; others are subtitles with positions, timed metadata, timecodes. */
const KEPT_TRACKS: ReadonlySet<string> = new Set(["vide", "soun"]);

const TRACKS_MAX = 64;
const HEADER_MAX = 256;

/** What is known of a video, and what must be overwritten in it. */
export interface VideoReport {
  readonly width: number | null;
  readonly height: number | null;
  /** Milliseconds. */
  readonly duration: number | null;
  readonly edits: readonly Edit[];
  /** Where the boxes end: what stands behind is cut off. */
  readonly end: number;
}

/**
 * Reads the boxes of a video. Bounded in time and memory, whatever is in the file.
 * @throws BoxError for what is no playable video
 */
export function inspectVideo(source: Source): Promise<VideoReport> {
  return reading(() => inspect(source));
}

async function inspect(source: Source): Promise<VideoReport> {
  const found: Found = {
    edits: [],
    budget: budgetFor(source),
    tracks: 0,
    dropped: false,
    fragmented: false,
  };
  let moov = false;
  let data = false;
  let end = 0;
  try {
    for await (const box of boxesIn(source, 0, source.size, found.budget)) {
      if (box.type === "moov") {
        if (moov) throw new InnerError("two headers");
        moov = true;
        await inspectMovie(source, box, found);
      } else if (box.type === "moof") await inspectFragment(source, box, found);
      else if (!NEEDED.file!.has(box.type)) found.edits.push({ kind: "free", box });
      data ||= box.type === "mdat";
      end = box.end;
    }
  } catch (error) {
    // Cameras append things of their own behind the last box; what comes before it must be whole.
    if (!(error instanceof BoxError) || !moov || !data || error instanceof InnerError) throw error;
  }
  if (!found.video) throw new BoxError("no picture");
  // Their samples are strewn over the fragments.
  if (found.dropped && found.fragmented) throw new BoxError("metadata in fragments");
  // A film in fragments does not know its length at its head.
  return { ...found.video, duration: found.duration || null, edits: found.edits, end };
}

interface Found {
  readonly edits: Edit[];
  readonly budget: Budget;
  tracks: number;
  /** A track was taken out. */
  dropped: boolean;
  fragmented: boolean;
  duration?: number | null;
  video?: { width: number | null; height: number | null };
}

/** A fault inside of a box that has to be understood. */
class InnerError extends BoxError {}

/** Walks a box that must be sound; what is not needed in it becomes free space. */
async function inside(
  source: Source,
  parent: Box,
  found: Found,
  visit: (box: Box) => Promise<void>,
): Promise<void> {
  try {
    for await (const box of boxesIn(source, parent.content, parent.end, found.budget)) {
      if (NEEDED[parent.type]!.has(box.type)) await visit(box);
      else found.edits.push({ kind: "free", box });
    }
  } catch (error) {
    throw error instanceof BoxError || error instanceof RangeError ? new InnerError(error.message) : error;
  }
}

async function inspectMovie(source: Source, moov: Box, found: Found): Promise<void> {
  await inside(source, moov, found, async (box) => {
    if (box.type === "mvhd") {
      const { duration, scale } = await readTimes(source, box, found);
      found.duration = scale > 0 ? Math.round(duration / scale * 1000) : null;
    }
    if (box.type !== "trak") return;
    if (++found.tracks > TRACKS_MAX) throw new BoxError("too many tracks");
    await inspectTrack(source, box, found);
  });
}

async function inspectTrack(source: Source, trak: Box, found: Found): Promise<void> {
  const mdia = await childOf(source, trak, "mdia", found.budget);
  const hdlr = mdia && await childOf(source, mdia, "hdlr", found.budget);
  const handler = hdlr ? latin(await contentOf(source, hdlr, 4096), 8) : "";
  if (!mdia || !KEPT_TRACKS.has(handler)) {
    found.dropped = true;
    if (mdia) found.edits.push(...await samplesOf(source, mdia, found.budget));
    found.edits.push({ kind: "free", box: trak });
    return;
  }
  await inside(source, trak, found, async (box) => {
    if (box.type === "tkhd") {
      const size = await readTrackSize(source, box, found);
      if (handler === "vide") found.video ??= size;
    }
    if (box.type !== "mdia") return;
    await inside(source, box, found, async (part) => {
      if (part.type === "mdhd") await readTimes(source, part, found);
    });
  });
  if (handler === "vide") found.video ??= { width: null, height: null };
}

async function inspectFragment(source: Source, moof: Box, found: Found): Promise<void> {
  found.fragmented = true;
  await inside(source, moof, found, async (box) => {
    if (box.type === "traf") await inside(source, box, found, async () => {});
  });
}

/** Reads `mvhd` or `mdhd`, and has its dates of making and changing overwritten. */
async function readTimes(
  source: Source,
  box: Box,
  found: Found,
): Promise<{ duration: number; scale: number }> {
  const data = await contentOf(source, box, HEADER_MAX);
  const wide = data.getUint8(0) === 1;
  forgetDates(box, wide, found);
  return wide
    ? { scale: data.getUint32(20), duration: Number(data.getBigUint64(24)) }
    : { scale: data.getUint32(12), duration: data.getUint32(16) };
}

function forgetDates(box: Box, wide: boolean, found: Found): void {
  found.edits.push({ kind: "zero", at: box.content + 4, length: wide ? 16 : 8 });
}

/** Width and height as they are shown: a phone held upright turns them by the matrix. */
async function readTrackSize(source: Source, box: Box, found: Found) {
  const data = await contentOf(source, box, HEADER_MAX);
  const wide = data.getUint8(0) === 1;
  forgetDates(box, wide, found);
  const matrix = wide ? 52 : 40;
  const [a, d] = [data.getInt32(matrix), data.getInt32(matrix + 16)];
  const [width, height] = [data.getUint32(matrix + 36) / 65_536, data.getUint32(matrix + 40) / 65_536].map(
    pixels,
  );
  return a === 0 && d === 0 ? { width: height!, height: width! } : { width: width!, height: height! };
}

function pixels(value: number): number | null {
  const rounded = Math.round(value);
  return rounded > 0 && rounded <= 32_768 ? rounded : null;
}
