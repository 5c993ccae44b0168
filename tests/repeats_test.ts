/** Answers that are kept for requests which come again: to whom they are given, and to whom never. */
import assert from "node:assert/strict";
import { startServer } from "./support/server.ts";

Deno.test("of two whom nobody knows, at two addresses, none is given what the other was answered", async () => {
  const server = await startServer({ env: { TRUST_PROXY: "1" } });
  try {
    const from = (address: string, key = "1") => {
      const headers = { "x-forwarded-for": address, "idempotency-key": key };
      return (path: string, body: object) => server.anybody().call("POST", path, body, { headers });
    };
    const [home, elsewhere] = [from("192.0.2.7"), from("198.51.100.7")];
    const sara = { email: "sara@peyk.test", password: "sara-password", username: "sara" };
    const first = await home("/api/auth/register", sara);
    assert.equal(first.status, 201);
    const again = await home("/api/auth/register", sara);
    assert.deepEqual([again.status, again.body], [201, first.body], "whoever lost the answer has it");
    const other = await elsewhere("/api/auth/register", sara);
    assert.equal(other.status, 409, "who knows the same words is refused, not let in as them");

    const { email, password } = sara;
    const tokens = [];
    for (const ask of [home, elsewhere, home, elsewhere]) {
      const { status, body } = await ask("/api/auth/login", { email, password });
      assert.equal(status, 200);
      tokens.push(body.access_token);
    }
    assert.deepEqual(tokens.slice(2), tokens.slice(0, 2), "a session each, however often they ask");
    assert.notEqual(tokens[0], tokens[1]);
  } finally {
    await server.stop();
  }
});
