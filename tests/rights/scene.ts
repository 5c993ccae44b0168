/** Two workspaces on a real server, and a group in one of them, as the tables of rights speak of them. */
import assert from "node:assert/strict";
import * as memberships from "@/db/memberships.ts";
import type { SiteWithSecret } from "@/lib/protocol/sites.ts";
import type { Client } from "../support/client.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { png, upload } from "../support/upload.ts";
import { addSite, SHOP, visit } from "../support/visitor.ts";
import type { PersonName } from "./table.ts";

/** Words that nobody outside of the group is to read anywhere, not even in a refusal. */
export const SECRETS = ["the name of the group", "what leila wrote", "leila", "a-file.png"] as const;

export const PICTURE = { name: "a-file.png", bytes: await png(16, 16) };

export interface Cast {
  readonly server: TestServer;
  readonly clients: Readonly<Record<PersonName, Client>>;
  /** Wrote what stands in the group. */
  readonly leila: Client;
  /** Is added to groups. */
  readonly newcomer: Client;
  /** Another's, whose visitor is `guest`. */
  readonly site: SiteWithSecret;
  stop(): Promise<void>;
}

/** A group with a message in it, new for each act that changes something. */
export interface Scene {
  readonly room: number;
  readonly message: number;
}

/** What is made once and only looked at. */
export interface Props {
  readonly report: number;
  readonly file: number;
  readonly session: number;
  readonly site: SiteWithSecret;
  /** What is changed, and removed in the end. */
  readonly removable: SiteWithSecret;
}

/** Stands on the site's list of domains. */
export const SITE_ORIGIN = SHOP;

/** Everybody, signed in; the group is made anew by {@link setScene}. */
export async function gather(): Promise<Cast> {
  const server = await startServer();
  await server.app.workspaces.create({ slug: "elsewhere", name: "Elsewhere" });
  const owner = await server.owner();
  const person = (name: string, more = {}) => server.person(name, more);
  const admin = await person("admin");
  const promoted = await owner.patch(`/api/admin/users/${admin.me.id}`, { role: "admin" });
  assert.equal(promoted.status, 200);
  const site = await addSite(server);
  const other = await addSite(server, { mode: "global" });
  return {
    server,
    site,
    leila: await person("leila"),
    newcomer: await person("newcomer"),
    clients: {
      nobody: server.anybody(),
      outsider: await person("outsider"),
      removed: await person("removed"),
      agent_elsewhere: await elsewhere(server, "agent_elsewhere", "agent"),
      owner_elsewhere: await elsewhere(server, "owner_elsewhere", "owner"),
      participant: await person("participant"),
      leader: await person("leader"),
      founder: await person("founder"),
      admin,
      guest: await visit(server, site),
      guest_elsewhere: await visit(server, other),
    },
    stop: server.stop,
  };
}

/** Somebody of the workspace `elsewhere`. */
export async function elsewhere(server: TestServer, name: string, role: "agent" | "owner"): Promise<Client> {
  const client = await server.person(name, { workspace: "elsewhere" });
  const { id, workspace } = client.me;
  await server.app.store.batch([memberships.update(workspace.id, id, { role })]);
  return client;
}

/** A group as the tables describe it. */
export async function setScene({ leila, clients }: Cast): Promise<Scene> {
  const { founder, leader, participant, removed } = clients;
  const members = [leila, leader, participant, removed].map(({ me }) => me.id);
  const room = done(await founder.post("/api/rooms", { name: SECRETS[0], members }), 201).id;
  const people = `/api/rooms/${room}/members`;
  done(await founder.patch(`${people}/${leader.me.id}`, { role: "admin" }), 200);
  done(await founder.delete(`${people}/${removed.me.id}`), 204);
  const sent = await leila.post("/api/messages/", { content: SECRETS[1], conversation_id: room });
  return { room, message: done(sent, 201).id };
}

export async function makeProps(
  { server, site, leila, clients }: Cast,
  { room, message }: Scene,
): Promise<Props> {
  const report = await clients.founder.post(`/api/messages/${message}/reports`, { reason: "spam" });
  const sent = await upload(leila, "/api/messages/upload", [PICTURE], { conversation_id: room });
  const sessions = await leila.get("/api/auth/sessions");
  return {
    report: done(report, 201).id,
    file: Number(done(sent, 201).attachments[0].file.split("/")[2]),
    session: done(sessions, 200)[0].id,
    site,
    removable: await addSite(server),
  };
}

// deno-lint-ignore no-explicit-any -- what is taken out of it is the tests' affair
function done(answer: { status: number; body: any }, status: number): any {
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  return answer.body;
}
