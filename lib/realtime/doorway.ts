import { AppError } from "@/lib/protocol/errors.ts";
import { CLOSE } from "@/lib/protocol/events.ts";
import type { User } from "@/lib/protocol/entities.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Hub, Subscriber } from "./hub.ts";

/** Open sockets one person and one address may have. */
export interface SocketCaps {
  readonly per_person: number;
  readonly per_ip: number;
}

/** What speaks with a socket, in one dialect. */
export interface Attendant {
  /** The socket stands, and this is who is at the other end. */
  open(user: User): void;
  /** A frame came, maybe before the user is known. */
  receive(frame: unknown): void;
  /** A socket that was opened is gone. */
  close(): void;
}

interface Deps {
  readonly hub: Hub;
  readonly caps: SocketCaps;
  readonly userOf: (actor: Actor) => Promise<User>;
  /** Refuses whoever may not be here any more; of members that is known by their session. @throws AppError */
  readonly requireStanding: (actor: Actor) => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** How long an upgrade may take, in milliseconds: of a client that goes away meanwhile nothing is heard. */
const HANDSHAKE_MAX = 10_000;

/**
 * Where sockets come in and go out. One counts, and is closed with its session, from the moment it is
 * upgraded and not only once it stands open: a hundred opened at the same moment pass no limit, and a
 * session that ends during the handshake leaves none behind.
 */
export function createDoorway({ hub, caps, userOf, requireStanding, report }: Deps) {
  const persons = new Map<number, number>();
  const addresses = new Map<string, number>();
  let open = 0;

  /** Refuses another socket of a person or address that has enough. @throws AppError `rate_limited` */
  function requireRoom({ actor, ip }: { actor: Actor; ip: string }): void {
    const own = persons.get(actor.id) ?? 0;
    const near = addresses.get(ip) ?? 0;
    if (own >= caps.per_person || near >= caps.per_ip) throw new AppError("rate_limited", { seconds: 10 });
  }

  /** Attends a socket from its upgrade to its end. Never rejects. */
  async function attend(socket: WebSocket, subscriber: Subscriber, attendant: Attendant): Promise<void> {
    const { actor, ip } = subscriber;
    add(persons, actor.id, 1);
    add(addresses, ip, 1);
    open++;
    hub.attach(subscriber);
    const visit = new Visit(socket, subscriber, attendant, gone);
    const standing = visit.stands();
    try {
      // Asked now that it counts: what shut them out a moment before could not close it yet.
      await requireStanding(actor);
      const user = await userOf(actor);
      if (await standing) visit.begin(user);
      else visit.end();
    } catch (error) {
      report(error);
      const erased = error instanceof AppError && error.code === "not_found";
      hub.cut(subscriber, erased ? CLOSE.session_ended : CLOSE.restart, "not admitted");
    }
  }

  function gone(subscriber: Subscriber): void {
    const { actor, ip } = subscriber;
    add(persons, actor.id, -1);
    add(addresses, ip, -1);
    open--;
    hub.detach(subscriber);
  }

  return {
    requireRoom,
    attend,
    /** Sockets that are upgraded and not yet gone, those among them that were told to go. */
    get open(): number {
      return open;
    },
  };
}

function add<Key>(counts: Map<Key, number>, key: Key, n: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + n;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/**
 * One socket from its upgrade to its end, and the one object that listens to it: each function, and each kind
 * of event that is listened to, would take memory for every socket as long as it stands.
 */
class Visit implements EventListenerObject {
  readonly #socket: WebSocket;
  readonly #subscriber: Subscriber;
  readonly #attendant: Attendant;
  readonly #gone: (subscriber: Subscriber) => void;
  #state: "coming" | "here" | "gone" = "coming";
  /** Ends the waiting for the handshake; null when nobody waits. */
  #settle: ((stands: boolean) => void) | null = null;

  constructor(
    socket: WebSocket,
    subscriber: Subscriber,
    attendant: Attendant,
    gone: (subscriber: Subscriber) => void,
  ) {
    this.#socket = socket;
    this.#subscriber = subscriber;
    this.#attendant = attendant;
    this.#gone = gone;
    socket.addEventListener("message", this);
    // Errors are not listened to: one is always followed by a close.
    socket.addEventListener("close", this);
  }

  handleEvent(event: Event): void {
    switch (event.type) {
      case "message":
        return this.#attendant.receive((event as MessageEvent).data);
      case "open":
        return this.#settle?.(true);
      case "close":
        this.#settle?.(false);
        return this.end();
    }
  }

  /** Whether the handshake comes to its end. */
  stands(): Promise<boolean> {
    const { readyState } = this.#socket;
    if (readyState !== WebSocket.CONNECTING) return Promise.resolve(readyState === WebSocket.OPEN);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle?.(false), HANDSHAKE_MAX);
      // Nobody waits for it when the process ends.
      Deno.unrefTimer(timer);
      this.#settle = (stands) => {
        clearTimeout(timer);
        this.#settle = null;
        resolve(stands);
      };
      this.#socket.addEventListener("open", this, { once: true });
    });
  }

  /** The socket stands, and this is who is at the other end. */
  begin(user: User): void {
    // Told to go meanwhile, since its session ended, or going by itself.
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#state = "here";
    this.#attendant.open(user);
  }

  /** Said twice it counts once. */
  end(): void {
    if (this.#state === "gone") return;
    const was = this.#state;
    this.#state = "gone";
    this.#gone(this.#subscriber);
    if (was === "here") this.#attendant.close();
  }
}
