import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Held, LocalFile, Parcel } from "./parcel.ts";
import type { connectUploads, Uploads } from "./uploads.ts";

type Deps = Omit<Parameters<typeof connectUploads>[0], "parcels">;

/** What sends files, fetched when there are some: most visits have none. */
export function createLateUploads(deps: Deps, user_id: number) {
  const { conversation_id, outbox } = deps;
  const parcels = signal<ReadonlyMap<string, Held>>(new Map());
  const mark = `peyk:files:${user_id}:${conversation_id}`;
  let loading: Promise<Uploads> | null = null;
  let loaded: Uploads | null = null;
  let stopped = false;

  /** @throws where the script does not come, as without a connection; asked again it may */
  function load(): Promise<Uploads> {
    return loading ??= import("./uploads.ts").then(({ connectUploads }) => {
      loaded = connectUploads({ ...deps, parcels }, user_id);
      if (!stopped) loaded.start();
      return loaded;
    }, (error) => {
      loading = null;
      throw error;
    });
  }

  return {
    load,
    parcels: parcels as ReadonlySignal<ReadonlyMap<string, Parcel>>,
    /** Sends what waits, if anything does. */
    pump(): void {
      const waits = outbox.entries.peek().some((one) => one.conversation_id === conversation_id && one.files);
      if (loaded) void loaded.pump();
      // Without it they wait; the next connection asks for it again.
      else if (waits) load().catch(() => {});
    },
    /** Shows the message at once and sends it when it can. To be called once it was loaded: files came by it. */
    send(content: string, reply_to: number | null, files: readonly LocalFile[]): void {
      loaded!.send(content, reply_to, files);
    },
    giveUp: (client_id: string) => loaded?.giveUp(client_id),
    wasGivenUp: (client_id: string) => loaded?.wasGivenUp(client_id) ?? false,
    release: (client_id: string) => loaded?.release(client_id),
    /** Keeps what is chosen over a reload. */
    keepDraft(files: readonly File[]): void {
      void loaded?.keepDraft(files);
      try {
        // So that the next visit knows whether there is anything to fetch the rest for.
        if (files.length > 0) localStorage.setItem(mark, "1");
        else localStorage.removeItem(mark);
      } catch {
        // Denied: nothing is kept.
      }
    },
    /** What an earlier visit left chosen. */
    async draft(): Promise<readonly File[]> {
      try {
        return localStorage.getItem(mark) === null ? [] : await (await load()).draft();
      } catch {
        return [];
      }
    },
    stop(): void {
      stopped = true;
      loaded?.stop();
    },
  };
}
