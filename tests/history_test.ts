/** Pages of history around a place, as clients of the REST interface ask for them. */
import assert from "node:assert/strict";
import type { Message } from "@/lib/protocol/entities.ts";
import { startServer } from "./support/server.ts";

const seqs = ({ results }: { results: Message[] }) => results.map(({ seq }) => seq);

Deno.test("a page around a message, a seq or a moment, with ways on to both sides", async (t) => {
  const server = await startServer();
  try {
    const leila = await server.person("leila"), arash = await server.person("arash");
    const outsider = await server.person("outsider");
    const { body: { id: recipient_id } } = await arash.get("/api/auth/me");
    const sent: Message[] = [];
    for (let n = 1; n <= 9; n++) {
      sent.push((await leila.post("/api/messages/", { content: `n ${n}`, recipient_id })).body);
    }
    const base = `/api/conversations/${sent[0]!.conversation}/messages/`;
    const fifth = sent[4]!;
    const ways = [`around=${fifth.id}`, "seq=5", `at=${fifth.timestamp}`];

    await t.step("whoever is in it", async () => {
      for (const way of ways.slice(0, 2)) {
        const { status, body } = await arash.get(`${base}?${way}&page_size=4`);
        assert.equal(status, 200);
        assert.deepEqual([seqs(body), body.count], [[6, 5, 4, 3], 9], way);
        const older = await arash.get(body.next.replace(server.url, ""));
        assert.deepEqual(seqs(older.body), [2, 1]);
        assert.equal(older.body.next, null);
        const newer = await arash.get(body.previous.replace(server.url, ""));
        assert.deepEqual(seqs(newer.body), [9, 8, 7]);
        assert.equal(newer.body.previous, null);
      }
      const { body } = await arash.get(`${base}?${ways[2]}&page_size=100`);
      assert.deepEqual([seqs(body), body.next, body.previous], [[9, 8, 7, 6, 5, 4, 3, 2, 1], null, null]);
      const late = await arash.get(`${base}?at=2999-01-01T00:00:00Z&page_size=1`);
      assert.deepEqual(seqs(late.body), [9]);
    });

    await t.step("whoever is not finds nothing", async () => {
      for (const way of [...ways, "before=5", "after=5", "page=1"]) {
        const { status, body } = await outsider.get(`${base}?${way}`);
        assert.equal(status, 404, way);
        assert.equal(JSON.stringify(body).includes("n 5"), false);
        assert.equal((await server.anybody().get(`${base}?${way}`)).status, 401, way);
      }
    });

    await t.step("what is no place is refused", async () => {
      for (const way of ["around=x", "around=0", "seq=-1", "seq=1.5", "at=yesterday", "at=2026-11-18"]) {
        assert.equal((await arash.get(`${base}?${way}`)).status, 400, way);
      }
    });
  } finally {
    await server.stop();
  }
});
