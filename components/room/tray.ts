import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { fetchOutgoing } from "@/components/attachments/LateOutgoing.tsx";
import { loadLater } from "./load_later.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Room } from "@/lib/realtime/client/room.ts";
import type { LocalFile } from "@/lib/realtime/client/parcel.ts";

export interface Chosen extends LocalFile {
  readonly id: number;
}

type Drawn = Pick<typeof import("./TrayList.tsx"), "TrayList">;

/** Files that are chosen for the next message. */
export interface Tray {
  readonly files: ReadonlySignal<readonly Chosen[]>;
  /** Why some of what was given last is not among them; empty when all is. */
  readonly refusal: ReadonlySignal<string>;
  /** What draws them, once it has come. */
  readonly drawn: ReadonlySignal<Drawn | null>;
  add(files: readonly File[]): Promise<void>;
  /** Fetches what handles files, so that they can be chosen without a connection later. */
  warmUp(): void;
  remove(id: number): void;
  /** The picture of a file was shown, and has this size in pixels. */
  measure(id: number, width: number, height: number): void;
  /** Hands all over and is empty; what was just chosen may have to come in first. */
  take(): Promise<readonly LocalFile[]>;
  /** Takes up what an earlier visit left. */
  open(): Promise<void>;
}

export function createTray(room: Room, t: ChatText): Tray {
  const files = signal<readonly Chosen[]>([]);
  const refusal = signal("");
  const drawn = signal<Drawn | null>(null);
  let next_id = 1;
  let is_ready = false;
  let adding: Promise<void> | undefined;

  /** By the time files are sent all that sends them is there, come what may of the connection. */
  async function ready(): Promise<typeof import("./choosing.ts")> {
    const [choosing, list] = await Promise.all([
      import("./choosing.ts"),
      import("./TrayList.tsx"),
      fetchOutgoing(),
      // It draws them once they are sent.
      loadLater(),
      room.readyForFiles(),
    ]);
    drawn.value = list;
    is_ready = true;
    return choosing;
  }

  const add = (given: readonly File[]) => adding = bring(given);

  async function bring(given: readonly File[]): Promise<void> {
    try {
      // A browser may remember that a script did not come, and never ask again.
      if (isCutOff()) throw new Error("offline");
      await put(given);
    } catch {
      refusal.value = t.connection.notNow;
    }
  }

  const isCutOff = () => !is_ready && room.status.peek().state === "offline";

  async function put(given: readonly File[]): Promise<void> {
    const { choose } = await ready();
    const { taken, why } = choose(files.peek().map(({ file }) => file), given, room.upload_max, t);
    refusal.value = why;
    if (taken.length > 0) change([...files.peek(), ...taken.map((one) => ({ ...one, id: next_id++ }))]);
  }

  function change(changed: readonly Chosen[]): void {
    files.value = changed;
    room.keepFiles(changed.map(({ file }) => file));
  }

  return {
    files,
    refusal,
    drawn,
    add,
    warmUp: () => void (isCutOff() || ready().catch(() => {})),
    remove(id) {
      refusal.value = "";
      for (const one of files.peek()) if (one.id === id && one.url) URL.revokeObjectURL(one.url);
      change(files.peek().filter((one) => one.id !== id));
    },
    measure(id, width, height) {
      files.value = files.peek().map((one) => one.id === id ? { ...one, width, height } : one);
    },
    async take() {
      await adding;
      const taken = files.peek();
      refusal.value = "";
      if (taken.length > 0) change([]);
      return taken;
    },
    async open() {
      const kept = await room.keptFiles();
      if (files.peek().length === 0 && kept.length > 0) await put(kept).catch(() => {});
    },
  };
}
