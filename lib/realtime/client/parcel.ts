import type { ReadonlySignal, Signal } from "@preact/signals";
import type { UploadOutcome } from "./upload_request.ts";

/** A file that is chosen, and what is known of it. */
export interface LocalFile {
  readonly file: File;
  /** Object URL of a picture, to be revoked by whoever has it last; null for the rest. */
  readonly url: string | null;
  /** Pixels, once it has been shown. */
  readonly width: number | null;
  readonly height: number | null;
}

/** The files of a message on its way, as far as this page has them. */
export interface Parcel {
  /** Null while they are looked for; empty where they were not kept over a reload. */
  readonly files: readonly File[] | null;
  /** Object URLs in the order of the files, empty for what is no picture. */
  readonly previews: readonly string[];
  /** How much has left this device, from 0 to 1. */
  readonly fraction: ReadonlySignal<number>;
}

export interface Held extends Parcel {
  readonly fraction: Signal<number>;
  sending: AbortController | null;
}

/** What an `<img>` is likely to show. */
export function isPicture({ type }: { type: string }): boolean {
  return type.startsWith("image/") && type !== "image/heic";
}

/**
 * Of several tabs one sends; the others find it done. Where there are no locks, or a page of another site is around
 * this one and the browser denies them, several do, to no harm.
 */
export async function alone(
  client_id: string,
  signal: AbortSignal,
  act: () => Promise<UploadOutcome>,
): Promise<UploadOutcome> {
  const { locks } = navigator;
  if (!locks) return await act();
  let has_begun = false;
  const begin = () => {
    has_begun = true;
    return act();
  };
  try {
    return await locks.request(`peyk:upload:${client_id}`, { signal }, begin);
  } catch {
    return has_begun || signal.aborted ? { kind: "lost" } : await act();
  }
}
