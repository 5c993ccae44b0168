import type { LiveWords } from "./words.ts";

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

/** What was asked for was not done; the message says why, in the reader's language. */
export class Refused extends Error {
  constructor(message: string, readonly field?: string) {
    super(message);
  }
}

/**
 * Asks the server to do something.
 * @returns the body of its answer; undefined where it has none
 * @throws {Refused} also where there is no connection
 */
export async function ask<T>(
  method: string,
  path: string,
  words: LiveWords,
  body?: unknown,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Refused(words.offline);
  }
  if (response.ok) return response.status === 204 ? undefined as T : await response.json();
  return refuse(response.status, await response.text(), words);
}

/** @throws {Refused} */
export function refuse(status: number, text: string, words: LiveWords): never {
  // The session ended meanwhile: the server leads to the door, and back here after.
  if (status === 401) location.reload();
  let said: { detail?: string; field?: string } = {};
  try {
    said = JSON.parse(text);
  } catch {
    // Something between us and the server answered in its place.
  }
  throw new Refused(said.detail ?? words.offline, said.field);
}

/**
 * Sends a picture, telling how far it has come (0 to 1).
 * @throws {Refused}; `AbortError` where it was given up
 */
export function sendPicture<T>(
  file: Blob,
  name: string,
  words: LiveWords,
  { onProgress, signal }: { onProgress: (part: number) => void; signal: AbortSignal },
): Promise<T> {
  const form = new FormData();
  form.append("file", file, name);
  // What fetch sends tells nobody how far it is.
  const request = new XMLHttpRequest();
  return new Promise<T>((resolve, reject) => {
    const give = () => {
      try {
        if (request.status < 300) resolve(JSON.parse(request.responseText));
        else refuse(request.status, request.responseText, words);
      } catch (error) {
        reject(error);
      }
    };
    request.onload = give;
    request.onerror = request.ontimeout = () => reject(new Refused(words.offline));
    request.onabort = () => reject(new DOMException("given up", "AbortError"));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    signal.addEventListener("abort", () => request.abort());
    request.open("PUT", "/api/auth/me/picture");
    request.setRequestHeader("accept", "application/json");
    request.send(form);
  });
}
