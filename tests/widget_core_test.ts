/** Visitors of sites in the message core: who they are, where they are led, what they may do there. */
import assert from "node:assert/strict";
import { startServer } from "./support/server.ts";
import { addSite, visit } from "./support/visitor.ts";

Deno.test("a visitor reads and writes in the room that their site leads to, and everybody hears of it", async () => {
  const server = await startServer();
  try {
    const leila = await server.person("leila");
    const site = await addSite(server, { mode: "global", name: "Shop" });
    const guest = await visit(server, site, { name: "Sara" });
    const { conversation_id, user } = guest.session;
    assert.equal(user.username, "Sara");
    const hears = await leila.socket();
    await hears.ask({ type: "chat:join", conversation_id });
    const sent = await guest.post("/api/messages", { content: "hello", conversation_id });
    assert.equal(sent.status, 201);
    assert.deepEqual(sent.body.source, { kind: "site", name: "Shop" });
    const heard = await hears.next(({ type }) => type === "chat:message");
    assert.deepEqual(heard.message, sent.body);

    const socket = await guest.socket();
    const hello = await socket.next();
    assert.equal(hello.user.id, user.id);
    await socket.ask({ type: "chat:join", conversation_id });
    const answer = await leila.post("/api/messages", { content: "welcome", reply_to: sent.body.id });
    const seen = await socket.next(({ type }) => type === "chat:message");
    assert.equal(seen.message.id, answer.body.id);
    const listed = await guest.get(`/api/conversations/${conversation_id}/messages`);
    assert.deepEqual(listed.body.results.map(({ content }: { content: string }) => content), [
      "welcome",
      "hello",
    ]);
    await socket.close();
    await hears.close();
  } finally {
    await server.stop();
  }
});
