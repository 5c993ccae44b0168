/** Starting and stopping the program itself: what cannot be is told in a sentence, and ends with 1. */
import assert from "node:assert/strict";
import { OWNER } from "./support/server.ts";

const ROOT = new URL("../", import.meta.url).pathname;
/** Longer than starting, or stopping, takes on any machine; no test passes by it. */
const PATIENCE = 60_000;

/** Where each of these programs has its files, unless it is told another place: never where the sources are. */
const UPLOADS_DIR = await Deno.makeTempDir({ prefix: "peyk-start-uploads-" });
Deno.test.afterAll(() => Deno.remove(UPLOADS_DIR, { recursive: true }));

interface Outcome {
  readonly code: number;
  /** What it said, on both channels. */
  readonly said: string;
}

/** Runs `main.ts` until it ends by itself. */
async function runs(env: Record<string, string>, user?: number): Promise<Outcome> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "main.ts"],
    cwd: ROOT,
    env: { PEYK_ENV: "test", PASSWORD_COST: "4", PORT: "0", NO_COLOR: "1", UPLOADS_DIR, ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    ...(user !== undefined && { uid: user }),
  }).spawn();
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  const { code, stdout, stderr } = await child.output();
  clearTimeout(timer);
  const decoder = new TextDecoder();
  return { code, said: decoder.decode(stdout) + decoder.decode(stderr) };
}

/** It ended with a sentence for the operator that fits, and no word about the program's insides. */
function assertTold({ code, said }: Outcome, sentence: RegExp): void {
  assert.equal(code, 1, said);
  assert.match(said, /^Peyk cannot start:\n {2}\S/m);
  assert.match(said, sentence);
  assert.doesNotMatch(said, /\.ts:\d|^\s+at |Uncaught/m, "no stack");
  assert.doesNotMatch(said, /listens on/);
}

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir({ prefix: "peyk-start-" });
  try {
    await run(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

Deno.test("a data folder that cannot be one is told", () =>
  inFolder(async (dir) => {
    await Deno.writeTextFile(`${dir}/file`, "");
    for (const path of [`${dir}/file`, `${dir}/file/below`]) {
      assertTold(await runs({ DATA_DIR: path }), /DATA_DIR .*file.* cannot be used/);
    }
    await Deno.mkdir(`${dir}/folder/peyk.db`, { recursive: true });
    assertTold(await runs({ DATA_DIR: `${dir}/folder` }), /cannot open the database .*peyk\.db/);
    await Deno.mkdir(`${dir}/key/secret.key`, { recursive: true });
    assertTold(await runs({ DATA_DIR: `${dir}/key` }), /secret\.key cannot be read/);
  }));

Deno.test("an address that cannot be listened on is told, and nothing stays locked", () =>
  inFolder(async (dir) => {
    using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = taken.addr;
    const DATA_DIR = `${dir}/data`;
    assertTold(await runs({ DATA_DIR, PORT: String(port) }), new RegExp(`Port ${port} is taken`));
    assertTold(
      await runs({ DATA_DIR, HOST: "192.0.2.7" }),
      /HOST 192\.0\.2\.7 is no address of this machine/,
    );
    assertTold(await runs({ DATA_DIR, HOST: "localhost:80" }), /HOST localhost:80/);
    assertTold(await runs({ DATA_DIR, HOST: "no.such.host.invalid" }), /HOST no\.such\.host\.invalid/);
  }));

Deno.test("an owner whose address somebody registered before is told", () =>
  inFolder(async (dir) => {
    const { startServer } = await import("./support/server.ts");
    const server = await startServer({ data_dir: dir, env: { ADMIN_EMAIL: "", ADMIN_PASSWORD: "" } });
    await server.person("early", { email: OWNER.email });
    await server.stop();
    const env = { DATA_DIR: `${dir}/data`, ADMIN_EMAIL: OWNER.email, ADMIN_PASSWORD: OWNER.password };
    assertTold(await runs(env), /ADMIN_EMAIL .*owner@peyk\.test.* registered/);
  }));

Deno.test("what is kept is for its owner's eyes, also in a folder that others may enter", async () => {
  if (Deno.build.os === "windows") return;
  await inFolder(async (dir) => {
    await Deno.mkdir(`${dir}/data`, { mode: 0o755 });
    using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const env = { DATA_DIR: `${dir}/data`, PORT: String(taken.addr.port) };
    assertTold(await runs(env), /is taken/);
    for (const { name } of Deno.readDirSync(`${dir}/data`)) {
      assert.equal(Deno.statSync(`${dir}/data/${name}`).mode! & 0o077, 0, name);
    }
  });
});

Deno.test("the data folder is for its owner's eyes", () =>
  inFolder(async (dir) => {
    const { startServer } = await import("./support/server.ts");
    const server = await startServer({ data_dir: dir });
    const { mode } = await Deno.stat(`${dir}/data`);
    await server.stop();
    if (Deno.build.os !== "windows") assert.equal(mode! & 0o777, 0o700);
  }));

Deno.test("a stop tells every socket to come back, and keeps none waiting", () =>
  inFolder(async (dir) => {
    const { startServer } = await import("./support/server.ts");
    const server = await startServer({ data_dir: dir });
    const leila = await server.person("leila");
    const { body: { conversation } } = await leila.post("/api/messages", { content: "سلام" });
    const sockets = [
      await leila.socket(),
      await leila.socket(),
      await leila.socket(`/ws/chat/${conversation}/`),
    ];
    await server.stop();
    assert.deepEqual(await Promise.all(sockets.map(({ closed }) => closed)), [1012, 1012, 1012]);
  }));

/** The program, once it says where it listens. @param before words of the shell that starts it */
async function serves(env: Record<string, string>, before = "") {
  const child = new Deno.Command("sh", {
    args: ["-c", `${before} exec "${Deno.execPath()}" run -A --no-check main.ts`],
    cwd: ROOT,
    env: { PEYK_ENV: "test", PASSWORD_COST: "4", PORT: "0", UPLOADS_DIR, ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const output = child.stdout.pipeThrough(new TextDecoderStream());
  let said = "";
  for await (const text of output.values({ preventCancel: true })) {
    said += text;
    const url = /listens on (\S+)\n/.exec(said)?.[1];
    if (url !== undefined) return { child, output, url };
  }
  throw new Error(`it ended before it served: ${said}`);
}

Deno.test("a log whose disk is full stops nobody", async () => {
  if (Deno.build.os !== "linux") return;
  await inFolder(async (dir) => {
    const free = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = free.addr;
    free.close();
    const child = new Deno.Command("sh", {
      args: ["-c", `exec "${Deno.execPath()}" run -A --no-check main.ts > /dev/full 2> /dev/full`],
      cwd: ROOT,
      env: { PORT: String(port), DATA_DIR: `${dir}/data`, UPLOADS_DIR, LOG_LEVEL: "debug" },
      stdin: "null",
    }).spawn();
    const ask = () =>
      fetch(`http://127.0.0.1:${port}/api/auth/me`).then(({ status, body }) => (body?.cancel(), status));
    let answer: number | undefined;
    for (const end = Date.now() + PATIENCE; answer === undefined && Date.now() < end;) {
      answer = await ask().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.deepEqual([answer, await ask(), await ask()], [401, 401, 401]);
    child.kill("SIGTERM");
    assert.equal((await child.status).code, 0);
  });
});

Deno.test("whoever takes every connection there is, is alone with it no longer than they hold on", async () => {
  if (Deno.build.os !== "linux") return;
  await inFolder(async (dir) => {
    const { child, output, url } = await serves({ DATA_DIR: `${dir}/data` }, "ulimit -n 120 &&");
    const { hostname, port } = new URL(url);
    const address = { hostname, port: Number(port) };
    const own = await Deno.connect(address);
    const held: Deno.TcpConn[] = [];
    for (let i = 0; i < 150; i++) {
      const connection = await Deno.connect(address).catch(() => null);
      if (connection === null) break;
      held.push(connection);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    await own.write(new TextEncoder().encode("GET /api/auth/me HTTP/1.1\r\nHost: x\r\n\r\n"));
    const buffer = new Uint8Array(12);
    await own.read(buffer);
    assert.equal(new TextDecoder().decode(buffer), "HTTP/1.1 401", "who is connected is served");
    for (const connection of [own, ...held]) connection.close();
    let status: number | undefined;
    for (const end = Date.now() + PATIENCE; status === undefined && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      status = await fetch(`${url}/api/auth/me`).then(
        ({ status, body }) => (body?.cancel(), status),
        () => undefined,
      );
    }
    assert.equal(status, 401, "and so is whoever comes after");
    child.kill("SIGTERM");
    assert.equal((await child.status).code, 0);
    await output.cancel();
  });
});

Deno.test("SIGTERM ends the program in good order, whoever holds on; a second one at once", () =>
  inFolder(async (dir) => {
    const { child, output, url } = await serves({ DATA_DIR: `${dir}/data` });
    const { hostname, port } = new URL(url);
    using holding = await Deno.connect({ hostname, port: Number(port) });
    const say = (text: string) => holding.write(new TextEncoder().encode(text));
    // Whoever was answered once is known to be connected.
    await say("GET /api/auth/me HTTP/1.1\r\nHost: x\r\n\r\n");
    await holding.read(new Uint8Array(64 * 1024));
    await say(
      "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill("SIGTERM");
    // Two that come before the first is heard are one.
    for await (const said of output.values({ preventCancel: true })) if (said.includes("stopping")) break;
    child.kill("SIGTERM");
    // By itself it would have ended as well, and with 0.
    assert.equal((await child.status).code, 130);
    await output.cancel();
  }));
