import { FlatCommand } from "@/lib/protocol/commands.ts";
import { CLOSE } from "@/lib/protocol/events.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { FLAT } from "./dialect.ts";
import type { Attendant } from "./doorway.ts";
import type { Subscriber } from "./hub.ts";
import { Queue } from "./queue.ts";
import type { Worker } from "./queue.ts";
import type { Services } from "./services.ts";
import { oversize } from "./transport.ts";

/**
 * One `/ws/chat/{conversation_id}/` connection: the dialect of existing clients. What is invalid or
 * forbidden is passed over in silence, as they expect.
 */
export class FlatConnection implements Attendant, Worker<FlatCommand> {
  readonly #subscriber: Subscriber;
  readonly #conversation_id: number;
  readonly #services: Services;
  readonly #queue = new Queue<FlatCommand>(this);

  constructor(subscriber: Subscriber, conversation_id: number, services: Services) {
    this.#subscriber = subscriber;
    this.#conversation_id = conversation_id;
    this.#services = services;
  }

  /** The socket stands. Commands that came before waited until now. */
  open(): void {
    const { hub, presence, chat, report } = this.#services;
    const { actor } = this.#subscriber;
    hub.subscribe(this.#subscriber, `conversation:${this.#conversation_id}`, FLAT);
    presence.arrive(actor);
    // Who lost the right to be here before the subscription stood was not evicted from it.
    chat.access.toRead(actor, this.#conversation_id).then(() => this.#queue.begin(), (error) => {
      report(error);
      const removed = error instanceof AppError && error.code === "not_found";
      this.#cut(removed ? CLOSE.removed : CLOSE.restart, "not in this conversation");
    });
  }

  close(): void {
    this.#queue.clear();
    this.#services.presence.leave(this.#subscriber.actor);
  }

  receive(frame: unknown): void {
    if (!this.goesOn()) return;
    if (oversize(frame)) return this.#cut(CLOSE.too_big, "frame above 64 KiB");
    if (this.#services.limits.traffic(this.#subscriber.actor) > 0) {
      return this.#cut(CLOSE.too_many, "too many frames");
    }
    const command = typeof frame === "string" ? parse(frame) : undefined;
    if (command) this.#queue.add([command]);
  }

  goesOn(): boolean {
    return this.#services.hub.has(this.#subscriber);
  }

  async obey(command: FlatCommand): Promise<void> {
    await this.#do(command).catch(this.#services.report);
  }

  #cut(code: number, reason: string): void {
    this.#services.hub.cut(this.#subscriber, code, reason);
  }

  async #do(command: FlatCommand): Promise<void> {
    const { chat, typing, limits, userOf } = this.#services;
    const { actor } = this.#subscriber;
    const conversation_id = this.#conversation_id;
    if (command.type === "typing") {
      await chat.access.toPost(actor, conversation_id);
      return typing.set(conversation_id, await userOf(actor), command.is_typing);
    }
    if (limits.commands(actor) > 0) return;
    const counts = actor.kind === "guest" && command.type !== "delete_message";
    if (counts && (await limits.messages?.(actor, this.#subscriber.ip) ?? 0) > 0) return;
    if (command.type === "chat_message") {
      await chat.messages.send(actor, { conversation_id, content: command.content });
      return;
    }
    // Only what belongs to this socket's conversation may be changed through it.
    const message = await chat.messages.get(actor, command.message_id);
    if (message.conversation !== conversation_id) return;
    if (command.type === "edit_message") await chat.messages.edit(actor, message.id, command.content);
    else await chat.messages.remove(actor, message.id);
  }
}

function parse(frame: string): FlatCommand | undefined {
  try {
    return FlatCommand.safeParse(JSON.parse(frame)).data;
  } catch {
    return undefined;
  }
}
