import assert from "node:assert/strict";
import { createPass, Refused } from "./pass.ts";

const pass = () =>
  createPass({
    site_key: () => "pk_test",
    locale: "fa",
    onKeyRefused: () => Promise.resolve(),
    onSession: () => assert.fail("nobody was let in"),
    onAddresses: () => {},
  });

/** Whether a session that is asked for while the line is like that is told as "no answer". */
async function isUnanswered(line: (init: RequestInit) => Promise<Response>): Promise<void> {
  const { fetch } = globalThis;
  const { timeout } = AbortSignal;
  // Nobody sits through how long a silent line is waited for.
  AbortSignal.timeout = () => timeout.call(AbortSignal, 20);
  globalThis.fetch = (_, init) => line(init!);
  const late = Promise.withResolvers<never>();
  const waiting = setTimeout(() => late.reject(new Error("it is still waited for")), 2000);
  try {
    await assert.rejects(
      Promise.race([pass().begin({}), late.promise]),
      (error) => error instanceof Refused && error.code === null,
    );
  } finally {
    clearTimeout(waiting);
    Object.assign(AbortSignal, { timeout });
    globalThis.fetch = fetch;
  }
}

/** Comes to no end by itself. */
const untilAborted = ({ signal }: RequestInit) =>
  new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

Deno.test("a line on which nothing comes is given up", () => isUnanswered(untilAborted));

Deno.test("so is an answer that stops half way", () =>
  isUnanswered((init) => {
    const body = new ReadableStream({
      start(half) {
        half.enqueue(new TextEncoder().encode('{"guest_id":'));
        void untilAborted(init).catch((error) => half.error(error));
      },
    });
    return Promise.resolve(new Response(body, { status: 201 }));
  }));

Deno.test("an answer that is cut off says nobody's name", () =>
  isUnanswered(() => Promise.resolve(new Response('{"guest_id":', { status: 201 }))));
