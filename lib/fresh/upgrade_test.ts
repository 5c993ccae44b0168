import assert from "node:assert/strict";
import { App, csp } from "fresh";

Deno.test("sockets: by path with callbacks, by hand in a handler, with middlewares around them", async () => {
  const seen: string[] = [];
  const app = new App()
    .use(csp())
    .use(async (ctx) => {
      const response = await ctx.next();
      seen.push(`${ctx.route} ${response.status}`);
      return response;
    })
    .ws("/echo", {
      open: (socket) => socket.send("hello"),
      message: (socket, event) => socket.send(`echo ${event.data}`),
      close: (_socket, code) => seen.push(`closed ${code}`),
    })
    .get("/bare", (ctx) => {
      const { socket, response } = ctx.upgrade({ protocol: "peyk" });
      socket.onopen = () => socket.send("bare");
      return response;
    });
  const server = await app.listen({ port: 0, hostname: "127.0.0.1", onListen: () => {} });
  const base = `127.0.0.1:${server.addr.port}`;
  try {
    assert.deepEqual(await talk(`ws://${base}/echo`, undefined, 2), ["hello", "echo hi", "spoke "]);
    assert.deepEqual(await talk(`ws://${base}/bare`, "peyk", 1), ["bare", "spoke peyk"]);
    const plain = await fetch(`http://${base}/echo`);
    assert.equal(plain.status, 400);
    assert.equal(await plain.text(), "Expected a WebSocket upgrade request");
    assert.ok(seen.includes("/echo 101"));
    assert.ok(seen.includes("/bare 101"));
    assert.ok(seen.some((line) => line.startsWith("closed")));
  } finally {
    await server.shutdown();
  }
});

/** Say "hi" and collect that many answers. */
function talk(url: string, protocol: string | undefined, count: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocol);
    const heard: string[] = [];
    socket.onopen = () => socket.send("hi");
    socket.onmessage = (event) => {
      heard.push(event.data);
      if (heard.length === count) socket.close(1000);
    };
    socket.onclose = () => resolve([...heard, `spoke ${socket.protocol}`]);
    socket.onerror = () => reject(new Error(`no socket at ${url}`));
  });
}
