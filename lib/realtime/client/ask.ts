import { jsonOf, request } from "./http.ts";

/**
 * Asks the server for something that is answered with JSON.
 * @throws Error with a sentence to show; an empty one where there was no answer
 */
export async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await request(path, {
    method,
    headers: body === undefined ? undefined : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    // What the browser says of a broken line is in no language.
    throw new Error("");
  });
  const answer = response.status === 204 ? null : await jsonOf<Answer & { detail: string }>(response);
  if (!response.ok) throw new Error(answer!.detail);
  return answer as Answer;
}
