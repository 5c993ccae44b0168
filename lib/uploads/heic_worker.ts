/** The other side of `heic.ts`: one picture, then it is ended. */
import type { Decoded } from "./heic.ts";

/** The little that is used of libheif's own interface. */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(target: ImageTarget, done: (result: ImageTarget | null) => void): void;
}
interface ImageTarget {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}
interface Libheif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

const scope = self as unknown as {
  onmessage: (event: MessageEvent<{ bytes: Uint8Array; max: number }>) => void;
  postMessage(message: Decoded, transfer?: Transferable[]): void;
};

scope.onmessage = async ({ data: { bytes, max } }) => {
  try {
    const decoded = await decode(bytes, max);
    scope.postMessage(decoded, [decoded.data.buffer as ArrayBuffer]);
  } catch (error) {
    scope.postMessage({ error: String(error) });
  }
};

async function decode(bytes: Uint8Array, max: number) {
  // Loaded only here: two megabytes that most servers never need.
  const { default: load } = await import("libheif-js/libheif-wasm/libheif-bundle.mjs");
  const lib = await (load as unknown as () => Libheif | Promise<Libheif>)();
  const images = new lib.HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new Error("no picture");
  const width = image.get_width(), height = image.get_height();
  // Known from its head, before memory is asked for.
  if (!(width > 0 && height > 0 && width * height <= max)) throw new Error("too large");
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
  const shown = await new Promise<ImageTarget | null>((resolve) => image.display(target, resolve));
  if (!shown) throw new Error("not decodable");
  return { width, height, data: new Uint8Array(shown.data.buffer) };
}
