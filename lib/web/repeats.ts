import type { Context } from "fresh";
import { BODY_MAX, isMultipart, keyOf, readBytes } from "./body.ts";
import { beginsVisit } from "./external.ts";
import { onceInTime } from "./once.ts";
import type { State } from "./state.ts";

/** Longest answer that is kept, in bytes. Only messages are longer, which are told apart by their rows. */
const KEPT_MAX = 8 * 1024;

/** An answer as it went out, for whoever did not get it. */
interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
}

export type Repeats = ReturnType<typeof createRepeats>;

/** Answers that are kept for requests which may come again. `now` in epoch milliseconds. */
export function createRepeats({ now }: { now: () => number }) {
  return onceInTime<Answer>({ now, keep: isFinal });
}

/**
 * `Idempotency-Key` of a request (IETF draft-ietf-httpapi-idempotency-key-header): the same request again by the
 * same person, while the first is still at work or within minutes after it, does nothing anew and gets the same
 * answer. Whoever sends something else under the same key is somebody else's or a new request, and is served.
 *
 * In memory, since answers hold tokens, which are kept nowhere. What must hold over a restart, messages, files and
 * rooms, has the key in its row; uploads are told apart there alone. A visit that nobody known begins is none of
 * these: two people behind one address who send the same key are two, and what lets one in is told to no other.
 *
 * @throws {z.ZodError} for a key that can be none
 */
export async function answerOnce(ctx: Context<State>): Promise<Response> {
  const { req, state } = ctx;
  if (req.method !== "POST" || isMultipart(req) || keyOf(req) === undefined) return await ctx.next();
  if (state.visitor === null && beginsVisit(req, ctx.url)) return await ctx.next();
  // A body of unknown length is left to the handler, which bounds it.
  const length = Number(req.headers.get("content-length") ?? (req.body ? Infinity : 0));
  if (!(length <= BODY_MAX)) return await ctx.next();
  const name = await fingerprint(ctx, await readBytes(req.clone(), {}));
  const { status, headers, body } = await state.app.repeats(name, async () => {
    const answer = await ctx.next();
    return { status: answer.status, headers: [...answer.headers], body: await answer.bytes() };
  });
  // 204 and its like must have no body at all, not even an empty one.
  return new Response(body.length > 0 ? body : null, { status, headers: headers.map(([...pair]) => pair) });
}

/** What makes it the same request of the same person. */
async function fingerprint({ req, url, state }: Context<State>, body: Uint8Array): Promise<string> {
  const proofs = ["idempotency-key", "authorization", "site-key", "cookie", "content-type"];
  const head = JSON.stringify([
    url.pathname,
    url.search,
    // Whose session has ended meanwhile is nobody any more. Two of whom nothing is known are not one for that.
    (state.actor ?? state.visitor)?.id ?? state.ip,
    state.locale,
    ...proofs.map((name) => req.headers.get(name)),
  ]);
  const bytes = new TextEncoder().encode(head);
  const whole = new Uint8Array(bytes.length + body.length);
  whole.set(bytes);
  whole.set(body, bytes.length);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  return digest.toBase64();
}

/** Whether asking again would come to the same: not where the server was busy, or one was to wait. */
function isFinal({ status, body }: Answer): boolean {
  return body.length <= KEPT_MAX && status < 500 && status !== 408 && status !== 429;
}
