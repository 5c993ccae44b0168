import { effect, signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { Message } from "@/lib/protocol/entities.ts";
import { backoff } from "./backoff.ts";
import { createFileShelf } from "./file_shelf.ts";
import type { FileShelf } from "./file_shelf.ts";
import type { Outbox, Outgoing } from "./outbox.ts";
import { alone, isPicture } from "./parcel.ts";
import type { Held, LocalFile } from "./parcel.ts";
import type { Socket } from "./socket.ts";
import { upload } from "./upload_request.ts";
import type { Upload, UploadOutcome } from "./upload_request.ts";

/** Attempts that get no answer although there is a connection, before it is said that they fail. */
const ATTEMPTS = 5;

interface Deps {
  readonly conversation_id: number;
  readonly outbox: Outbox;
  /** Where it says what it has, by `client_id`. */
  readonly parcels: Signal<ReadonlyMap<string, Held>>;
  readonly shelf: FileShelf;
  readonly socket: Pick<Socket, "status">;
  readonly upload: Upload;
  /** False while the past is being caught up with. */
  readonly isReady: () => boolean;
  readonly onCommitted: (message: Message) => void;
}

/**
 * Sends what waits in the outbox with files, one message at a time and beside the texts, which need not wait
 * for them. A message may be sent twice, after a lost answer or by two tabs: its `client_id` makes it one.
 */
export function createUploads(deps: Deps) {
  const { conversation_id, outbox, parcels, shelf, socket, upload, isReady, onCommitted } = deps;
  /** Given up while they were sent: the server may have them all the same. */
  const given_up = new Set<string>();
  /** Under this stand files that are chosen and not sent. */
  const draft = `draft:${conversation_id}`;
  let busy = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | undefined;

  /** Sends what waits, if there is a connection. */
  async function pump(): Promise<void> {
    if (busy) return;
    clearTimeout(timer);
    busy = true;
    try {
      for (let one = first(); one && isOnline() && isReady(); one = first()) {
        if (!await hand(one)) break;
      }
    } finally {
      busy = false;
    }
  }

  const isOnline = () => socket.status.peek().state === "online";

  function first(): Outgoing | undefined {
    return mine().find(({ client_id, refused }) =>
      refused === null && (parcels.peek().get(client_id)?.files?.length ?? 0) > 0
    );
  }

  /** Of this conversation, with files. */
  function mine(): Outgoing[] {
    return outbox.entries.peek().filter((one) => one.conversation_id === conversation_id && one.files);
  }

  /** Whether the next may be tried. */
  async function hand(one: Outgoing): Promise<boolean> {
    const { client_id } = one;
    const held = parcels.peek().get(client_id)!;
    const sending = held.sending = new AbortController();
    const outcome = await alone(client_id, sending.signal, () => send(one, held, sending.signal));
    held.sending = null;
    // Given up, or committed as the socket told: there is nothing to say of it any more.
    if (sending.signal.aborted || !mine().some((waiting) => waiting.client_id === client_id)) return true;
    if (outcome.kind === "lost") return failed(one);
    failures = 0;
    if (outcome.kind === "refused") outbox.mark(client_id, outcome.detail);
    else onCommitted(outcome.message);
    return true;
  }

  async function send(
    { client_id, content, reply_to }: Outgoing,
    { files, fraction }: Held,
    signal: AbortSignal,
  ): Promise<UploadOutcome> {
    fraction.value = 0;
    const request = { client_id, conversation_id, content, reply_to, files: files! };
    return await upload(request, { signal, onProgress: (done) => void (fraction.value = done) });
  }

  /** Without an answer: later again, if the connection stands; else with the next one. */
  function failed({ client_id }: Outgoing): boolean {
    parcels.peek().get(client_id)!.fraction.value = 0;
    if (!isOnline()) return false;
    if (++failures < ATTEMPTS) {
      timer = setTimeout(pump, backoff(failures, Math.random()));
      return false;
    }
    failures = 0;
    outbox.mark(client_id, "");
    return true;
  }

  function hold(client_id: string, files: readonly File[] | null, previews: readonly string[]): void {
    const held = { files, previews, fraction: signal(0), sending: null };
    parcels.value = new Map(parcels.peek()).set(client_id, held);
  }

  /** Takes up what an earlier visit left. */
  async function find({ client_id }: Outgoing): Promise<void> {
    hold(client_id, null, []);
    const files = await shelf.get(client_id) ?? [];
    if (!parcels.peek().has(client_id)) return;
    hold(client_id, files, files.map((file) => isPicture(file) ? URL.createObjectURL(file) : ""));
    void pump();
  }

  /** Lets go of what is in the outbox no more; previews of what was committed stay until it is shown. */
  function clear(): void {
    const waiting = new Set(outbox.entries.value.map(({ client_id }) => client_id));
    for (const [client_id, held] of parcels.peek()) {
      if (waiting.has(client_id)) continue;
      held.sending?.abort();
      void shelf.remove(client_id);
      if (given_up.has(client_id) || held.previews.every((url) => url === "")) release(client_id);
    }
  }

  function release(client_id: string): void {
    const held = parcels.peek().get(client_id);
    if (!held) return;
    for (const url of held.previews) if (url !== "") URL.revokeObjectURL(url);
    const rest = new Map(parcels.peek());
    rest.delete(client_id);
    parcels.value = rest;
  }

  return {
    pump,
    /** Shows the message at once and sends it as soon as there is a connection. The URLs are taken over. */
    send(content: string, reply_to: number | null, chosen: readonly LocalFile[]): void {
      const client_id = crypto.randomUUID();
      const files = chosen.map(({ file }) => file);
      hold(client_id, files, chosen.map(({ url }) => url ?? ""));
      outbox.add({
        ...{ client_id, conversation_id, content, reply_to, created_at: Date.now(), refused: null },
        files: chosen.map(({ file: { name, type, size }, width, height }) => ({
          ...{ name, type, size, width, height },
        })),
      });
      void shelf.put(client_id, files);
      void pump();
    },
    /** To be called before it leaves the outbox by its author's will. */
    giveUp(client_id: string): void {
      if (parcels.peek().get(client_id)?.sending) given_up.add(client_id);
      else release(client_id);
    },
    /** Whether a message that comes was given up here while it was sent. */
    wasGivenUp: (client_id: string) => given_up.has(client_id),
    /** A committed message is shown with its own pictures now. */
    release,
    /** Keeps what is chosen over a reload. */
    keepDraft: (files: readonly File[]) => files.length > 0 ? shelf.put(draft, files) : shelf.remove(draft),
    draft: async () => await shelf.get(draft) ?? [],
    start(): void {
      for (const one of mine()) if (!parcels.peek().has(one.client_id)) void find(one);
      void shelf.keepOnly(new Set(outbox.entries.peek().map(({ client_id }) => client_id)));
      stopWatching = effect(clear);
    },
    stop(): void {
      clearTimeout(timer);
      stopWatching?.();
      for (const [client_id, held] of parcels.peek()) {
        held.sending?.abort();
        release(client_id);
      }
    },
  };
}

export type Uploads = ReturnType<typeof createUploads>;

/** As it works in a browser: with its requests, and its database for what waits. */
export function connectUploads(deps: Omit<Deps, "shelf" | "upload">, user_id: number): Uploads {
  return createUploads({ ...deps, upload, shelf: createFileShelf(user_id) });
}
