/** The table of rights, tried cell by cell. */
import assert from "node:assert/strict";
import { routeMethods } from "../support/routes.ts";
import { visit } from "../support/visitor.ts";
import { createDocumentCheck } from "./document.ts";
import { ask } from "./requests.ts";
import { gather, makeProps, SECRETS, setScene } from "./scene.ts";
import { PEOPLE, STRANGERS, TABLE, WITHOUT_ACCOUNT } from "./table.ts";

Deno.test("every route has its row, and every row its route", async () => {
  const there = (await routeMethods()).map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(Object.keys(TABLE).sort(), there.sort());
});

Deno.test("who may do what over HTTP", async (t) => {
  const cast = await gather();
  try {
    const check = createDocumentCheck((await cast.server.anybody().get("/api/openapi.json")).body);
    const unknown = (await cast.clients.outsider.get(`/api/messages/${2 ** 52}`)).body;
    let scene = await setScene(cast);
    const props = await makeProps(cast, scene);

    for (const [row, expected] of Object.entries(TABLE)) {
      await t.step(row, async () => {
        assert.equal(expected.length, PEOPLE.length);
        const got: Record<string, number> = {};
        for (const name of PEOPLE) {
          const asker = cast.clients[name];
          const answer = await ask(row, { ...cast, ...scene, props, name, asker });
          got[name] = answer.status;
          check(row, answer);
          if (STRANGERS.includes(name)) {
            const text = JSON.stringify(answer.body);
            for (const secret of SECRETS.slice(0, 2)) assert(!text.includes(secret), `${row} tells ${name}`);
          }
          if (answer.status >= 400) {
            const text = JSON.stringify(answer.body);
            for (const secret of SECRETS) assert(!text.includes(secret), `${row} tells ${name}: ${text}`);
          }
          if (answer.status === 404 && row !== "POST /api/auth/setup") {
            // As if it were not there, to the letter.
            const { field: _, ...bare } = answer.body;
            assert.deepEqual(bare, unknown, `${row} for ${name}`);
          }
          if (answer.status < 400 && row === "POST /api/auth/logout" && !WITHOUT_ACCOUNT.includes(name)) {
            await asker.login({ email: `${name}@peyk.test`, password: `${name}-password` });
          }
          if (answer.status < 400 && row === "DELETE /api/external/guests/current") {
            Object.assign(cast.clients, { [name]: await visit(cast.server, cast.site) });
          }
          if (answer.status < 400 && !row.startsWith("GET")) scene = await setScene(cast);
        }
        const wanted = Object.fromEntries(PEOPLE.map((name, i) => [name, expected[i]]));
        assert.deepEqual(got, wanted);
      });
    }
  } finally {
    await cast.stop();
  }
});
