import type { Message } from "@/lib/protocol/entities.ts";
import { parse, proofHeaders } from "./http.ts";

/** What one request carries. */
export interface UploadRequest {
  readonly client_id: string;
  readonly conversation_id: number;
  readonly content: string;
  readonly reply_to: number | null;
  readonly files: readonly File[];
}

export type UploadOutcome =
  | { readonly kind: "sent"; readonly message: Message }
  /** With a sentence for the person. */
  | { readonly kind: "refused"; readonly detail: string }
  /** No answer, or none of the server's own: it may or may not have been done. */
  | { readonly kind: "lost" };

export interface UploadOptions {
  /** Ends the request; it then counts as lost. */
  readonly signal: AbortSignal;
  /** How much has left this device, from 0 to 1. */
  readonly onProgress: (fraction: number) => void;
}

export type Upload = (request: UploadRequest, options: UploadOptions) => Promise<UploadOutcome>;

/** Sends files as one message. `fetch` does not tell how far an upload has come, so this is the older way. */
export const upload: Upload = (request, { signal, onProgress }) =>
  new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open("POST", "/api/messages/upload");
    const headers = { accept: "application/json", ...proofHeaders() };
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    xhr.onload = () => resolve(outcomeOf(xhr.status, xhr.responseText));
    xhr.onerror = xhr.onabort = () => resolve({ kind: "lost" });
    signal.addEventListener("abort", () => xhr.abort());
    if (signal.aborted) resolve({ kind: "lost" });
    else xhr.send(formOf(request));
  });

/** The fields come before the files: the server looks at them when the first file begins. */
function formOf({ client_id, conversation_id, content, reply_to, files }: UploadRequest): FormData {
  const form = new FormData();
  form.append("client_id", client_id);
  form.append("conversation_id", String(conversation_id));
  if (reply_to !== null) form.append("reply_to", String(reply_to));
  form.append("content", content);
  for (const file of files) form.append("file", file, file.name);
  return form;
}

/** What an answer means. Exported for its test. */
export function outcomeOf(status: number, text: string): UploadOutcome {
  let body: Partial<Message & { detail: string }> | null = null;
  try {
    body = parse(text);
  } catch {
    // Something between here and the server has answered.
  }
  if (status >= 200 && status < 300 && body?.id) return { kind: "sent", message: body as Message };
  // Who is signed out is led to the door by the socket; what took too long may go better next time.
  const is_passing = status === 401 || status === 408;
  if (typeof body?.detail === "string" && !is_passing) return { kind: "refused", detail: body.detail };
  return { kind: "lost" };
}
