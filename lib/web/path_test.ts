import assert from "node:assert/strict";
import { isApiPath, localPath, normalizePath } from "./path.ts";

Deno.test("v1 is an alias and a slash at the end counts for nothing", () => {
  const paths: [string, string][] = [
    ["/", "/"],
    ["/chat", "/chat"],
    ["/chat/", "/chat"],
    ["/api/messages/", "/api/messages"],
    ["/api/v1/messages/", "/api/messages"],
    ["/api/v1", "/api"],
    ["/api/v1/", "/api"],
    ["/api/v10/messages", "/api/v10/messages"],
    ["/chat/api/v1/x", "/chat/api/v1/x"],
    ["/ws/chat/7/", "/ws/chat/7"],
  ];
  for (const [given, wanted] of paths) assert.equal(normalizePath(given), wanted);
});

Deno.test("programs' paths are told from people's", () => {
  for (const path of ["/api", "/api/x", "/api/v1/x", "/ws", "/ws/chat/7/"]) {
    assert.equal(isApiPath(path), true, path);
  }
  for (const path of ["/", "/apis", "/wsx", "/chat/api"]) assert.equal(isApiPath(path), false, path);
});

Deno.test("one goes back to this site only", () => {
  for (const path of ["/", "/chat", "/chat?x=1#y", "/%2F%2Fevil.example"]) {
    assert.equal(localPath(path), path);
  }
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/..//evil.example",
    "/a/..//evil.example",
    "chat",
    "",
    null,
    undefined,
    "/" + "a".repeat(3000),
    "/a\r\nset-cookie: x",
  ];
  for (const path of elsewhere) assert.equal(localPath(path, "/safe"), "/safe", String(path));
});
