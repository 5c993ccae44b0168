/**
 * What the protocol tests speak to: the server at `BASE_URL`, or one of their own. Nothing is used of it but HTTP
 * and WebSocket, so any server that keeps the contract passes. It may hold other people and messages already.
 */
import type { Message } from "@/lib/protocol/entities.ts";
import { createClient } from "../support/client.ts";
import type { Client } from "../support/client.ts";
import { startServer } from "../support/server.ts";

/** Fields that a User always has. */
export const USER = [
  "id",
  "username",
  "first_name",
  "last_name",
  "profile_picture",
  "score",
  "rank",
  "role",
  "in_game_ids",
] as const;

export interface Target {
  readonly url: string;
  /** With `ws` in place of `http`. */
  readonly ws: string;
  readonly leila: Client;
  readonly arash: Client;
  /** A member who is in no conversation of theirs. */
  readonly outsider: Client;
  /** Without a proof. */
  anybody(): Client;
  /** Somebody new; `proof` signs them in again. */
  person(): Promise<{ client: Client; proof: { email: string; password: string } }>;
}

/** Gives each test of a file the same target, closed after the last. */
export function withTarget(): (name: string, run: (target: Target) => Promise<void>) => void {
  let target: Target;
  let stop = async (): Promise<void> => {};
  Deno.test.beforeAll(async () => {
    const url = Deno.env.get("BASE_URL")?.replace(/\/$/, "");
    if (url === undefined) {
      const server = await startServer();
      stop = server.stop;
      target = await createTarget(server.url);
    } else target = await createTarget(url);
  });
  Deno.test.afterAll(() => stop());
  return (name, run) => Deno.test(name, () => run(target));
}

async function createTarget(url: string): Promise<Target> {
  async function person(name = "person") {
    const client = createClient(url);
    const username = `${name}-${crypto.randomUUID().slice(0, 8)}`;
    const proof = { email: `${username}@peyk.test`, password: `${username}-password` };
    await client.register({ ...proof, username });
    return { client, proof };
  }
  const [leila, arash, outsider] = [await person("leila"), await person("arash"), await person("outsider")];
  return {
    url,
    ws: url.replace(/^http/, "ws"),
    leila: leila.client,
    arash: arash.client,
    outsider: outsider.client,
    anybody: () => createClient(url),
    person: () => person(),
  };
}

/** A message of leila's to arash, in the conversation of the two. */
export async function direct({ leila, arash }: Target, content = "سلام"): Promise<Message> {
  const { status, body } = await leila.post("/api/messages/", { content, recipient_id: arash.me.id });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** One value of each kind that is no text of a message. */
export const NO_CONTENT = [undefined, null, 5, true, [], {}, "", "   \n\t ", "\0"];
