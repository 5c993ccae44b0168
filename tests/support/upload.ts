/** Sends files as a browser's form does, and makes the files that tests send. */
import sharp, { type Sharp } from "sharp";
import type { Answer, Client } from "./client.ts";

export interface UploadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the client claims it is. */
  readonly type?: string;
  readonly field?: string;
}

/** One multipart request; fields come before the files, as our own client sends them. */
export async function upload(
  client: Client,
  path: string,
  files: readonly UploadFile[],
  fields: Readonly<Record<string, string | number>> = {},
  { method = "POST", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  for (const { name, bytes, type = "application/octet-stream", field = "file" } of files) {
    form.append(field, new File([bytes as Uint8Array<ArrayBuffer>], name, { type }));
  }
  const response = await fetch(client.url + path, {
    method,
    headers: { ...client.headers, authorization: `Bearer ${client.token}`, ...headers },
    body: form,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Fetches a file as this client. */
export async function download(
  client: Client,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Fetched> {
  const response = await fetch(client.url + path, {
    method,
    headers: { ...client.headers, authorization: `Bearer ${client.token}`, ...headers },
  });
  return { status: response.status, headers: response.headers, bytes: await response.bytes() };
}

/** A picture whose quarters can be told apart. */
export function pixels(width = 64, height = 48): Sharp {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data.set([x < width / 2 ? 230 : 20, y < height / 2 ? 230 : 20, 120], (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export async function png(width?: number, height?: number): Promise<Uint8Array> {
  return new Uint8Array(await pixels(width, height).png().toBuffer());
}

/** A JPEG that tells where it was taken, with what, and that it is to be turned by a quarter. */
export async function locatedJpeg(): Promise<Uint8Array> {
  const bytes = await pixels().jpeg({ quality: 92 }).withMetadata({ orientation: 6 }).withExifMerge({
    IFD0: { Make: "SecretMaker", Model: "SecretModel" },
    IFD3: {
      ...{ GPSLatitudeRef: "N", GPSLatitude: "35/1 41/1 0/1" },
      ...{ GPSLongitudeRef: "E", GPSLongitude: "51/1 23/1 0/1" },
    },
  }).withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="SecretCreator"/></rdf:RDF></x:xmpmeta>`)
    .toBuffer();
  return new Uint8Array(bytes);
}

/** Whether a text stands anywhere in some bytes. */
export function holds(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder("latin1").decode(bytes).includes(text);
}
