import assert from "node:assert/strict";
import specs from "@asyncapi/specs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/2020";
import { Validator } from "@seriousme/openapi-schema-validator";
import { COMMANDS } from "@/lib/protocol/commands.ts";
import { EVENTS } from "@/lib/protocol/events.ts";
import { exampleOf } from "@/lib/web/reference/examples.ts";
import type { OpenApiOperation } from "@/lib/web/reference/openapi_types.ts";
import { METHODS, routeMethods } from "./support/routes.ts";
import { startServer } from "./support/server.ts";

Deno.test("the API's document", async (t) => {
  const server = await startServer();
  try {
    const nobody = server.anybody();
    const { status, body: document, headers } = await nobody.get("/api/openapi.json");

    await t.step("is public, and the same at both addresses", async () => {
      assert.equal(status, 200);
      assert.equal(headers.get("access-control-allow-origin"), "*");
      assert.deepEqual((await nobody.get("/api/v1/openapi.json/")).body, document);
    });

    await t.step("is valid", async () => {
      const { valid, errors } = await new Validator().validate(structuredClone(document));
      assert(valid, JSON.stringify(errors, null, 1));
    });

    await t.step("shows every route and method, and none that is not there", async () => {
      const shown = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
      );
      const there = (await routeMethods()).map(({ method, path }) => `${method} ${path}`);
      assert(there.length > 40, "the routes were found");
      assert.deepEqual(shown.sort(), there.sort());
      assert(shown.every((one) => METHODS.includes(one.split(" ")[0]!)));
    });

    await t.step("shows the parameters of a path and of a query", () => {
      const { parameters } = document.paths["/api/conversations/{id}/messages"].get;
      const names = parameters.map((one: { name: string }) => one.name);
      assert.deepEqual(names, ["id", "page", "page_size", "before", "after", "around", "seq", "at"]);
    });

    await t.step("gives examples of bodies that the routes would take", () => {
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      ajv.addSchema(document, "api");
      for (const methods of Object.values<Record<string, OpenApiOperation>>(document.paths)) {
        for (const { operationId, requestBody } of Object.values(methods)) {
          const schema = requestBody?.content["application/json"]?.schema;
          if (!schema) continue;
          const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')));
          const example = exampleOf(schema, document.components.schemas);
          assert(
            validate(example),
            `${operationId}: ${JSON.stringify(example)} ${JSON.stringify(validate.errors)}`,
          );
        }
      }
    });

    await t.step("has the models of the contract as components, and says something of each operation", () => {
      const { schemas } = document.components;
      for (const name of ["User", "Conversation", "Message", "Attachment", "ErrorAnswer", "SendMessage"]) {
        assert(schemas[name]?.properties, name);
      }
      const text = JSON.stringify(document);
      for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) assert(schemas[name!], name);
      const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, "no two operations have one name");
      for (const methods of Object.values<Record<string, { summary: string }>>(document.paths)) {
        for (const { summary } of Object.values(methods)) assert.match(summary, /^[A-Z][^\n]{5,90}[^.\s]$/u);
      }
    });
  } finally {
    await server.stop();
  }
});

Deno.test("the sockets' document", async (t) => {
  const server = await startServer();
  try {
    const { status, body: document } = await server.anybody().get("/api/asyncapi.json");
    assert.equal(status, 200);

    await t.step("is valid", () => {
      // Their schema brings the one of schemas along.
      const ajv = new Ajv({ strict: false, meta: false, validateSchema: false, validateFormats: false });
      const validate = ajv.compile(specs.schemas["3.0.0"]);
      assert(validate(document), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
      assert(!validate({ ...document, channels: { main: { address: 5 } } }), "the validator looks at it");
    });

    await t.step("shows every command and event, and both sockets", () => {
      const { main, flat } = document.channels;
      assert.deepEqual([main.address, flat.address], ["/ws", "/ws/chat/{conversation_id}/"]);
      const said = Object.keys(main.messages);
      for (const verb of Object.keys(COMMANDS)) assert(said.includes(verb), verb);
      for (const verb of Object.keys(EVENTS)) assert(said.includes(`${verb}_event`), verb);
      assert.deepEqual(Object.keys(flat.messages), [
        ...["chat_message", "edit_message", "delete_message", "typing"],
        ...["new_message", "message_edited", "message_deleted", "user_typing"],
      ]);
      const text = JSON.stringify(document);
      for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
        assert(document.components.schemas[name!], name);
      }
    });
  } finally {
    await server.stop();
  }
});
