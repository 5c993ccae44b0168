import assert from "node:assert/strict";
import { Validator } from "@seriousme/openapi-schema-validator";
import { startServer } from "./support/server.ts";

Deno.test("the API's document is valid, public, and the same at both addresses", async () => {
  const server = await startServer();
  try {
    const nobody = server.anybody();
    const { status, body, headers } = await nobody.get("/api/openapi.json");
    assert.equal(status, 200);
    assert.equal(headers.get("access-control-allow-origin"), "*");
    assert.deepEqual((await nobody.get("/api/v1/openapi.json/")).body, body);
    const { valid, errors } = await new Validator().validate(structuredClone(body));
    assert(valid, JSON.stringify(errors, null, 1));
    assert.equal(body.openapi, "3.1.1");
  } finally {
    await server.stop();
  }
});
