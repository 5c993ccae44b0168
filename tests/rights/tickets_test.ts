/**
 * Who is told who asks in a ticket: a row for each way to a conversation, a column for each kind of person. What a
 * visitor leaves to be answered by is for those who answer, and stands nowhere else.
 */
import assert from "node:assert/strict";
import type { TicketHead } from "@/lib/protocol/entities.ts";
import type { Client } from "../support/client.ts";
import { startServer } from "../support/server.ts";
import { addSite, visit, voucher } from "../support/visitor.ts";
import { elsewhere } from "./scene.ts";

const EMAIL = "sara.of-the-shop@post.example";
const SITE = "Sofalineh shop";

const PEOPLE = [
  "nobody",
  /** A member of the workspace. */
  "outsider",
  /** An agent and the owner of another workspace. */
  "agent_elsewhere",
  "owner_elsewhere",
  /** Who asks. */
  "visitor",
  /** Another visitor of the same site, with a ticket of their own. */
  "neighbour",
  /** Was an agent until a moment ago. */
  "demoted",
  "agent",
  "admin",
  "owner",
] as const;

type PersonName = typeof PEOPLE[number];

/** Finds the conversation, and not who asks. */
const UNTOLD = "200";
const TOLD = "200, and told";

// deno-fmt-ignore
const TABLE: Readonly<Record<string, readonly (string | number)[]>> = {
  //                                   nobody outs agent2 owner2  visitor neighb demoted agent   admin   owner
  "/api/conversations/{id}":           [401,  404, 404,   404,    UNTOLD, 404,   404,    TOLD,   TOLD,   TOLD],
  "/api/conversations/{id}/messages":  [401,  404, 404,   404,    UNTOLD, 404,   404,    UNTOLD, UNTOLD, UNTOLD],
  "/api/conversations?all=true":       [401,  403, 403,   UNTOLD, 401,    401,   403,    403,    TOLD,   TOLD],
  "/chat/c/{id}/opening":              [303,  404, 404,   404,    303,    303,   404,    TOLD,   TOLD,   TOLD],
};

Deno.test("who asks in a ticket is told to those who answer, and to nobody else", async (t) => {
  const server = await startServer();
  try {
    await server.app.workspaces.create({ slug: "elsewhere", name: "Elsewhere" });
    const owner = await server.owner();
    const person = async (name: string, role: string, more = {}) => {
      const client = await server.person(name, more);
      const path = `/api/admin/users/${client.me.id}`;
      if (role !== "member") assert.equal((await owner.patch(path, { role })).status, 200);
      return client;
    };
    const site = await addSite(server, { name: SITE });
    const sara = await visit(server, site, { name: "Sara", email: EMAIL });
    const neighbour = await visit(server, site, { name: "Omid" });
    const begin = async (guest: Client) =>
      (await guest.post("/api/external/tickets", {})).body.conversation_id;
    const id = await begin(sara);
    await begin(neighbour);
    await sara.post("/api/messages", { content: "Is it open?", conversation_id: id });
    const demoted = await person("demoted", "agent");
    assert.equal((await demoted.get(`/api/conversations/${id}`)).body.ticket.customer.email, EMAIL);
    await owner.patch(`/api/admin/users/${demoted.me.id}`, { role: "member" });
    const clients: Record<PersonName, Client> = {
      nobody: server.anybody(),
      outsider: await person("outsider", "member"),
      agent_elsewhere: await elsewhere(server, "agent_elsewhere", "agent"),
      owner_elsewhere: await elsewhere(server, "owner_elsewhere", "owner"),
      visitor: sara,
      neighbour,
      demoted,
      agent: await person("agent", "agent"),
      admin: await person("admin", "admin"),
      owner,
    };
    const head: TicketHead = {
      number: 1,
      customer: { id: sara.session.user.id, email: EMAIL, verified: false },
      site_name: SITE,
    };

    for (const [row, expected] of Object.entries(TABLE)) {
      await t.step(row, async () => {
        const got: Record<string, string | number> = {};
        for (const name of PEOPLE) {
          const { status, body } = await clients[name].get(row.replace("{id}", String(id)));
          const text = JSON.stringify(body);
          const told = text.includes(EMAIL);
          assert.equal(text.includes(JSON.stringify(head)), told, `${name}: all of it or nothing`);
          got[name] = status === 200 ? told ? TOLD : UNTOLD : status;
        }
        assert.deepEqual(got, Object.fromEntries(PEOPLE.map((name, at) => [name, expected[at]])));
      });
    }

    await t.step("who asks has the field without anything in it, and hears nothing of it", async () => {
      assert.equal((await sara.get(`/api/conversations/${id}`)).body.ticket, null);
      const socket = await sara.socket();
      await socket.ask({ type: "chat:join", conversation_id: id });
      await clients.agent.post("/api/messages", { content: "Until six.", conversation_id: id });
      await socket.next(({ message }) => message?.content === "Until six.");
      assert(!JSON.stringify(socket.heard).includes(EMAIL));
      await socket.close();
    });

    await t.step("for whom the site vouches, and what they say later, is told as it is", async () => {
      const identity = await voucher(site, { email: EMAIL, name: "Mina" });
      const mina = await visit(server, site, { identity });
      const ticket = async () => (await clients.agent.get(`/api/conversations/${asked}`)).body.ticket;
      const asked = await begin(mina);
      assert.deepEqual((await ticket()).customer, { id: mina.session.user.id, email: EMAIL, verified: true });
      await owner.delete(`/api/admin/sites/${site.site_id}`);
      assert.equal((await ticket()).site_name, SITE, "also once the site is gone");
    });

    await t.step("no other conversation has it", async () => {
      for (const conversation of (await owner.get("/api/conversations?all=true")).body.results) {
        assert.equal(conversation.ticket === null, conversation.kind !== "ticket");
      }
    });
  } finally {
    await server.stop();
  }
});
