/** Requirements, 3: every POST takes an `Idempotency-Key`. What messages make of it stands with them. */
import assert from "node:assert/strict";
import { withTarget } from "./target.ts";

const test = withTarget();
const key = () => ({ "idempotency-key": crypto.randomUUID() });

function registration() {
  const username = `again-${crypto.randomUUID().slice(0, 8)}`;
  return { email: `${username}@peyk.test`, password: "long-enough", username };
}

test("a registration whose answer was lost is answered again, not refused as taken", async ({ anybody }) => {
  const headers = key();
  const body = registration();
  const send = () => anybody().call("POST", "/api/auth/register", body, { headers });
  const [first, beside] = await Promise.all([send(), send()]);
  const after = await send();
  assert.equal(first.status, 201);
  for (const again of [beside, after]) {
    assert.deepEqual([again.status, again.body], [201, first.body]);
    assert.deepEqual(again.headers.getSetCookie(), first.headers.getSetCookie());
  }
  const without = await anybody().call("POST", "/api/auth/register", body);
  assert.equal(without.status, 409, "the same without the key is a second one");
});

test("a refresh may be asked for again under its key; without one, reuse revokes the family", async ({ anybody }) => {
  const { body: { refresh_token } } = await anybody().call("POST", "/api/auth/register", registration());
  const headers = key();
  const refresh = (token: string, more = headers) =>
    anybody().call("POST", "/api/auth/refresh", { refresh_token: token }, { headers: more });
  const first = await refresh(refresh_token);
  assert.equal(first.status, 200);
  assert.deepEqual((await refresh(refresh_token)).body, first.body);
  const next = await refresh(first.body.refresh_token, key());
  assert.equal(next.status, 200, "the family lives");
  assert.equal((await refresh(refresh_token, key())).status, 401);
  assert.equal((await refresh(next.body.refresh_token, key())).status, 401, "and now it does not");
});

test("a key belongs to whoever sent it, and to what was sent", async ({ leila, arash }) => {
  const headers = key();
  const send = (who: typeof leila, content: string) =>
    who.call("POST", "/api/messages", { content }, { headers });
  const first = await send(leila, "mine");
  assert.notEqual((await send(arash, "mine")).body.id, first.body.id);
  const tickets = await Promise.all(
    [leila, arash].map((who) => who.call("POST", "/api/auth/ws-ticket", {}, { headers })),
  );
  assert.notEqual(tickets[0]!.body.ticket, tickets[1]!.body.ticket);
});

test("what was refused may be sent better under the same key", async ({ anybody }) => {
  const headers = key();
  const body = registration();
  const send = (password: string) =>
    anybody().call("POST", "/api/auth/register", { ...body, password }, { headers });
  assert.equal((await send("short")).status, 400);
  assert.equal((await send("long-enough")).status, 201);
});

test("a key that can be none is refused in words, whatever it was for", async ({ anybody }) => {
  const headers = { "idempotency-key": "two words", "accept-language": "en" };
  const { status, body } = await anybody().call("POST", "/api/auth/register", registration(), { headers });
  assert.equal(status, 400);
  assert.equal(body.code, "client_id_invalid");
  assert.match(body.detail, /Idempotency-Key/);
});
