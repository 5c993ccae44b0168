import assert from "node:assert/strict";
import { signal } from "@preact/signals";
import type { Message } from "@/lib/protocol/entities.ts";
import type { FileShelf } from "./file_shelf.ts";
import { createOutbox } from "./outbox.ts";
import type { Status } from "./socket.ts";
import type { UploadOptions, UploadOutcome, UploadRequest } from "./upload_request.ts";
import { createUploads } from "./uploads.ts";
import type { Held } from "./parcel.ts";

interface Asked extends UploadRequest, UploadOptions {
  answer(outcome: UploadOutcome): Promise<void>;
}

/** A page with an outbox, whose requests wait to be answered by the test. */
function page(kept: Record<string, readonly File[]> = {}, stored: string | null = null) {
  const status = signal<Status>({ state: "online" });
  const outbox = createOutbox(7);
  outbox.open({ getItem: () => stored, setItem: (_, value) => void (stored = value) });
  const files = new Map(Object.entries(kept));
  const shelf: FileShelf = {
    put: (key, given) => Promise.resolve(void files.set(key, given)),
    get: (key) => Promise.resolve(files.get(key) ?? null),
    remove: (key) => Promise.resolve(void files.delete(key)),
    keepOnly(keys) {
      for (const key of files.keys()) if (!keys.has(key) && !key.startsWith("draft:")) files.delete(key);
      return Promise.resolve();
    },
  };
  const asked: Asked[] = [];
  const committed: string[] = [];
  const parcels = signal<ReadonlyMap<string, Held>>(new Map());
  const uploads = createUploads({
    ...{ conversation_id: 1, outbox, parcels, shelf, socket: { status } },
    isReady: () => true,
    upload: (request, options) =>
      new Promise((resolve) => {
        const answer = (outcome: UploadOutcome) => settled(() => resolve(outcome));
        options.signal.addEventListener("abort", () => resolve({ kind: "lost" }));
        asked.push({ ...request, ...options, answer });
      }),
    onCommitted(message) {
      committed.push(message.client_id);
      outbox.remove(message.client_id);
    },
  });
  const sent = (one: Asked): Promise<void> =>
    one.answer({ kind: "sent", message: { client_id: one.client_id } as Message });
  const waiting = () => outbox.entries.peek().map(({ content, refused }) => `${content}: ${refused}`);
  return { status, outbox, files, parcels, uploads, asked, committed, sent, waiting, stored: () => stored };
}

/** Lets what follows from an act happen. */
async function settled(act: () => void): Promise<void> {
  act();
  await new Promise((done) => setTimeout(done, 0));
}

const picture = (name: string) => new File(["bytes"], name, { type: "image/png" });
const local = (name: string) => ({ file: picture(name), url: null, width: 4, height: 3 });

Deno.test("one message at a time, in their order, with their files and what is known of them", async () => {
  const { uploads, asked, committed, sent, outbox, files, parcels } = page();
  uploads.start();
  await settled(() => uploads.send("first", null, [local("a.png"), local("b.png")]));
  await settled(() => uploads.send("second", 9, [local("c.png")]));
  assert.equal(asked.length, 1);
  assert.deepEqual(asked[0]!.files.map(({ name }) => name), ["a.png", "b.png"]);
  assert.deepEqual(outbox.entries.peek()[0]!.files![0], {
    name: "a.png",
    type: "image/png",
    size: 5,
    width: 4,
    height: 3,
  });
  assert.equal(files.size, 2);
  await sent(asked[0]!);
  assert.deepEqual([asked[1]!.content, asked[1]!.reply_to], ["second", 9]);
  await sent(asked[1]!);
  assert.deepEqual(committed, [asked[0]!.client_id, asked[1]!.client_id]);
  // Nothing of it stays on the device.
  assert.equal(files.size, 0);
  assert.equal(parcels.peek().size, 0);
  uploads.stop();
});

Deno.test("without a connection it waits; a lost answer is asked for again with the same name", async () => {
  const { uploads, asked, status, sent, waiting } = page();
  uploads.start();
  status.value = { state: "offline", retry_at: 0 };
  await settled(() => uploads.send("waits", null, [local("a.png")]));
  assert.equal(asked.length, 0);
  status.value = { state: "online" };
  await settled(() => void uploads.pump());
  status.value = { state: "offline", retry_at: 0 };
  await asked[0]!.answer({ kind: "lost" });
  assert.deepEqual(waiting(), ["waits: null"]);
  status.value = { state: "online" };
  await settled(() => void uploads.pump());
  assert.equal(asked[1]!.client_id, asked[0]!.client_id);
  await sent(asked[1]!);
  assert.deepEqual(waiting(), []);
  uploads.stop();
});

Deno.test("refused, it stays with the reason and does not hold up the next", async () => {
  const { uploads, asked, sent, waiting, outbox, files } = page();
  uploads.start();
  await settled(() => uploads.send("refused", null, [local("a.png")]));
  await settled(() => uploads.send("next", null, [local("b.png")]));
  await asked[0]!.answer({ kind: "refused", detail: "Too large." });
  await sent(asked[1]!);
  assert.deepEqual(waiting(), ["refused: Too large."]);
  assert.equal(files.size, 1);
  outbox.mark(asked[0]!.client_id, null);
  await settled(() => void uploads.pump());
  assert.equal(asked[2]!.client_id, asked[0]!.client_id);
  uploads.stop();
});

Deno.test("given up on the way, the request ends, and a message that comes of it all the same is known", async () => {
  const { uploads, asked, outbox, files, parcels } = page();
  uploads.start();
  await settled(() => uploads.send("no", null, [local("a.png")]));
  const { client_id, signal } = asked[0]!;
  await settled(() => {
    uploads.giveUp(client_id);
    outbox.remove(client_id);
  });
  assert(signal.aborted);
  assert(uploads.wasGivenUp(client_id));
  assert.equal(files.size, 0);
  assert.equal(parcels.peek().size, 0);
  // The next one goes.
  await settled(() => uploads.send("yes", null, [local("b.png")]));
  assert.equal(asked[1]!.content, "yes");
  uploads.stop();
});

Deno.test("committed as the socket tells, the request ends and nothing is sent again", async () => {
  const { uploads, asked, outbox, committed } = page();
  uploads.start();
  await settled(() => uploads.send("told", null, [local("a.png")]));
  await settled(() => outbox.remove(asked[0]!.client_id));
  assert(asked[0]!.signal.aborted);
  assert.equal(uploads.wasGivenUp(asked[0]!.client_id), false);
  await settled(() => void uploads.pump());
  assert.equal(asked.length, 1);
  assert.deepEqual(committed, []);
  uploads.stop();
});

Deno.test("after a reload it goes on with what was kept; of what was not, the rest stays", async () => {
  const before = page();
  before.status.value = { state: "offline", retry_at: 0 };
  await settled(() => before.uploads.send("kept", null, [local("a.png")]));
  await settled(() => before.uploads.send("gone", null, [local("b.png")]));
  const [kept, gone] = before.outbox.entries.peek().map(({ client_id }) => client_id) as [string, string];
  const shelf = {
    [kept]: before.files.get(kept)!,
    "draft:1": [picture("d.png")],
    left: [picture("old.png")],
  };

  const { uploads, asked, files, parcels, sent, waiting, outbox } = page(shelf, before.stored());
  await settled(() => uploads.start());
  assert.deepEqual(asked.map(({ client_id }) => client_id), [kept]);
  assert.deepEqual(asked[0]!.files.map(({ name }) => name), ["a.png"]);
  assert.deepEqual(parcels.peek().get(gone)!.files, []);
  assert.deepEqual([...files.keys()], [kept, "draft:1"]);
  await sent(asked[0]!);
  assert.deepEqual(waiting(), ["gone: null"]);
  // Its text may still go, as a message like any other.
  outbox.dropFiles(gone);
  assert.equal(outbox.entries.peek()[0]!.files, undefined);
  uploads.stop();
});
