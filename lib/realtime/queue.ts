/** What may wait of one socket. */
const QUEUE_MAX = 256;

/** Whoever works on what waits. */
export interface Worker<Item> {
  /** Must not reject. */
  obey(item: Item): Promise<void>;
  /** Whether the rest is still to be worked on. */
  goesOn(): boolean;
}

/**
 * What a socket sent and is still to be worked on: one after the other in the order of arrival, from `begin`
 * on and as long as the worker goes on. Of the many that are idle none keeps more than this one object.
 */
export class Queue<Item> {
  readonly #worker: Worker<Item>;
  #items: Item[] | null = null;
  #state: "early" | "idle" | "working" = "early";

  constructor(worker: Worker<Item>) {
    this.#worker = worker;
  }

  /** It is known who speaks. */
  begin(): void {
    if (this.#state !== "early") return;
    this.#state = "idle";
    this.#wake();
  }

  /** Takes all of them, or none and gives false when more would wait than may. */
  add(more: readonly Item[]): boolean {
    const items = this.#items ??= [];
    if (items.length + more.length > QUEUE_MAX) return false;
    items.push(...more);
    this.#wake();
    return true;
  }

  clear(): void {
    this.#items = null;
  }

  #wake(): void {
    if (this.#state === "idle" && this.#items !== null) void this.#work();
  }

  async #work(): Promise<void> {
    this.#state = "working";
    while (this.#items !== null && this.#items.length > 0 && this.#worker.goesOn()) {
      await this.#worker.obey(this.#items.shift()!);
    }
    this.#items = null;
    this.#state = "idle";
  }
}
