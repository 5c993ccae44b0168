import type { Pixels } from "./images.ts";
import { PIXELS_MAX } from "./images.ts";
import { createPool } from "./pool.ts";

/** How long one picture may take, in milliseconds. */
const TIMEOUT = 30_000;

/** What the worker answers. */
export type Decoded = Pixels | { readonly error: string };

/**
 * Decodes HEIC, whose codec no browser but one and no library of ours brings: in wasm, in a Worker of its
 * own that is begun for a picture and ended with it, so that neither time nor memory of a bad one stays.
 */
export function createHeicDecoder(
  { timeout = TIMEOUT, waiting = 10 }: { timeout?: number; waiting?: number } = {},
) {
  const pool = createPool({ running: 1, waiting });

  return {
    /**
     * @returns null where it cannot be decoded
     * @throws AppError `unavailable` when too many wait
     */
    decode(path: string): Promise<Pixels | null> {
      return pool.run(async () => {
        const worker = new Worker(new URL("./heic_worker.ts", import.meta.url), { type: "module" });
        const answer = Promise.withResolvers<Pixels | null>();
        const late = setTimeout(() => answer.resolve(null), timeout);
        worker.onmessage = ({ data }: MessageEvent<Decoded>) => answer.resolve("error" in data ? null : data);
        worker.onerror = (event) => {
          event.preventDefault();
          answer.resolve(null);
        };
        try {
          const bytes = await Deno.readFile(path);
          worker.postMessage({ bytes, max: PIXELS_MAX }, [bytes.buffer]);
          return await answer.promise;
        } finally {
          clearTimeout(late);
          worker.terminate();
        }
      });
    },
  };
}

export type HeicDecoder = ReturnType<typeof createHeicDecoder>;
