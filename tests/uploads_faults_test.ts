/** What goes wrong while a file is on its way: nothing half stays, and nothing that was answered is lost. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Client } from "./support/client.ts";
import { createClient } from "./support/client.ts";
import { startProgram } from "./support/program.ts";
import { connectTo, head } from "./support/raw.ts";
import { startServer } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";
import { locatedMp4 } from "./support/mp4.ts";
import { download, pixels, png, upload } from "./support/upload.ts";

Deno.test("a connection that is cut leaves nothing behind", async () => {
  const server = await startServer();
  try {
    const leila = await server.person("leila");
    const before = (await leila.get("/api/messages")).body.count;
    for (const type of ["with a length", "in chunks"]) {
      const connection = await connectTo(server.url);
      const how: Record<string, string> = type === "in chunks"
        ? { "Transfer-Encoding": "chunked" }
        : { "Content-Length": "5000000" };
      const begin = `--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n${
        "x".repeat(100_000)
      }`;
      const body = type === "in chunks" ? `${begin.length.toString(16)}\r\n${begin}\r\n` : begin;
      await connection.write(new TextEncoder().encode(
        head(server.url, "POST", "/api/messages/upload", {
          "Authorization": `Bearer ${leila.token}`,
          "Content-Type": "multipart/form-data; boundary=b",
          ...how,
        }) + body,
      ));
      await until(async () => (await list(`${server.data_dir}/uploads/temp`)).length === 1, "it began");
      connection.close();
      await until(
        async () => (await list(`${server.data_dir}/uploads/temp`)).length === 0,
        `${type}: it is gone`,
      );
    }
    assert.deepEqual(await kept(server.data_dir), []);
    assert.equal((await leila.get("/api/messages")).body.count, before);
    assert.equal(
      (await upload(leila, "/api/messages/upload", [{ name: "a.png", bytes: await png() }])).status,
      201,
    );
    assert(
      !server.log.some((line) => line.includes('"error"')),
      "a client that goes away is no fault of ours",
    );
  } finally {
    await server.stop();
  }
});

Deno.test("a batch that fails takes its files with it", async () => {
  const server = await startServer();
  try {
    const leila = await server.person("leila");
    const bytes = await png();
    const refused = await upload(leila, "/api/messages/upload", [{ name: "a.png", bytes }], {
      reply_to: 12345,
    });
    assert.deepEqual([refused.status, refused.body.code], [400, "invalid_input"]);
    const second = await upload(leila, "/api/messages/upload", [
      { name: "a.png", bytes },
      { name: "b.png", bytes: bytes.subarray(0, 90) },
    ]);
    assert.deepEqual([second.status, second.body.code], [400, "file_broken"], "one bad file, no message");
    assert.deepEqual(await kept(server.data_dir), []);
    assert.deepEqual(await list(`${server.data_dir}/uploads/temp`), []);
  } finally {
    await server.stop();
  }
});

Deno.test("files of another installation are left alone, and so is what is being written", async () => {
  const server = await startServer();
  const dir = `${server.data_dir}/uploads`;
  try {
    await Deno.mkdir(`${dir}/files/ab`);
    const old = `${dir}/files/ab/123.png`, young = `${dir}/files/ab/124.png`;
    await Deno.writeTextFile(old, "x");
    await Deno.writeTextFile(young, "x");
    await Deno.utime(old, 1000, 1000);
    await server.app.uploads.sweep();
    assert.deepEqual(await list(`${dir}/files/ab`), ["124.png"]);
    await Deno.writeTextFile(`${dir}/.peyk`, "somebody else\n");
    await Deno.utime(young, 1000, 1000);
    await server.app.uploads.open();
    await server.app.uploads.sweep();
    assert.deepEqual(await list(`${dir}/files/ab`), ["124.png"]);
    assert(server.log.some((line) => line.includes("another database")));
  } finally {
    await server.stop();
  }
});

Deno.test("whenever the program is killed, answered uploads are there and nothing else is", async () => {
  const data_dir = await Deno.makeTempDir({ prefix: "peyk-kill-" });
  const answered: { message: Message; bytes: Uint8Array }[] = [];
  const picture = new Uint8Array(await pixels(600, 400).jpeg().toBuffer());
  try {
    for (const acks of [1, 4, 9]) {
      const program = await startProgram(data_dir);
      const leila = await signIn(program.url, answered.length === 0);
      const target = answered.length + acks;
      const senders = [0, 1, 2].map(async () => {
        try {
          while (answered.length < target + 50) {
            const video = { name: "v.mp4", bytes: locatedMp4() };
            const { status, body } = await upload(leila, "/api/messages/upload", [{
              name: "a.jpg",
              bytes: picture,
            }, video]);
            if (status === 201) answered.push({ message: body, bytes: picture });
          }
        } catch { /* the program is gone */ }
      });
      await until(() => answered.length >= target, "some were answered");
      await program.kill();
      await Promise.all(senders);
    }
    // What a killed process left was left long ago.
    for (const path of await kept(data_dir)) {
      await Deno.utime(`${data_dir}/uploads/files/${path}`, 1000, 1000);
    }
    const server = await startServer({ data_dir });
    try {
      assert.deepEqual(
        await list(`${data_dir}/uploads/temp`),
        [],
        "what was never finished is gone at the start",
      );
      await server.app.uploads.sweep();
      assert.deepEqual(await kept(data_dir), await named(server), "each file has its row, each row its file");
      await compareHashes(server);
      const leila = server.anybody();
      await leila.login({ email: "leila@peyk.test", password: "leila-password" });
      for (const { message } of answered) {
        assert.deepEqual(
          (await leila.get(`/api/messages/${message.id}/`)).body.attachments,
          message.attachments,
        );
        for (const { file, size } of message.attachments) {
          const got = await download(leila, file);
          assert.deepEqual([got.status, got.bytes.length], [200, size]);
        }
      }
      assert(answered.length >= 14);
    } finally {
      await server.stop();
    }
  } finally {
    await Deno.remove(data_dir, { recursive: true });
  }
});

const MAY_MOUNT = Deno.build.os === "linux" && Deno.uid() === 0;

Deno.test({
  name: "a disk that is full is said to be, and everything else goes on",
  ignore: !MAY_MOUNT,
  fn: async () => {
    const data_dir = await Deno.makeTempDir({ prefix: "peyk-full-" });
    await Deno.mkdir(`${data_dir}/uploads`);
    const mounted = await new Deno.Command("mount", {
      args: ["-t", "tmpfs", "-o", "size=3m", "none", `${data_dir}/uploads`],
    }).output();
    try {
      // Where mounting is not allowed even to root, as in many containers, there is nothing to try.
      if (!mounted.success) return;
      const server = await startServer({ data_dir });
      try {
        const leila = await server.person("leila");
        const noise = crypto.getRandomValues(new Uint8Array(65_536));
        const video = new Uint8Array(5_000_000);
        for (let at = 0; at < video.length; at += noise.length) {
          video.set(noise.subarray(0, video.length - at), at);
        }
        video.set(locatedMp4());
        const full = await upload(leila, "/api/messages/upload", [{ name: "v.mp4", bytes: video }], {}, {
          headers: { "accept-language": "en" },
        });
        assert.deepEqual([full.status, full.body.code], [503, "unavailable"]);
        assert.match(full.body.detail, /disk is full/);
        assert(full.headers.has("retry-after"));
        assert.deepEqual(await list(`${data_dir}/uploads/temp`), []);
        // Received, and then too large when it is written anew: noise as a PNG of good size.
        const raw = crypto.getRandomValues(new Uint8Array(65_536));
        const data = new Uint8Array(800 * 700 * 3).map((_, i) => raw[i % 65_521]! ^ i >> 8);
        const { default: sharp } = await import("sharp");
        const image = await sharp(data, { raw: { width: 800, height: 700, channels: 3 } }).png().toBuffer();
        const again = await upload(
          leila,
          "/api/messages/upload",
          [
            { name: "a.png", bytes: new Uint8Array(image) },
            { name: "b.png", bytes: new Uint8Array(image) },
          ],
          {},
          { headers: { "accept-language": "en" } },
        );
        assert.deepEqual([again.status, again.body.code], [503, "unavailable"], JSON.stringify(again.body));
        assert.match(again.body.detail, /disk is full/);
        assert.deepEqual(await list(`${data_dir}/uploads/temp`), []);
        assert.deepEqual(await kept(data_dir), []);
        assert.equal((await leila.post("/api/messages/", { content: "words go on" })).status, 201);
        assert.equal(
          (await upload(leila, "/api/messages/upload", [{ name: "a.png", bytes: await png() }])).status,
          201,
        );
      } finally {
        await server.stop();
      }
    } finally {
      await new Deno.Command("umount", { args: [`${data_dir}/uploads`] }).output();
      await Deno.remove(data_dir, { recursive: true });
    }
  },
});

async function signIn(url: string, first: boolean): Promise<Client> {
  const client = createClient(url);
  const proof = { email: "leila@peyk.test", password: "leila-password" };
  if (first) await client.register({ ...proof, username: "leila" });
  else await client.login(proof);
  return client;
}

async function list(dir: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(dir))).map(({ name }) => name).sort();
}

/** Keys of all files that lie in their place. */
async function kept(data_dir: string): Promise<string[]> {
  const dir = `${data_dir}/uploads/files`;
  const keys: string[] = [];
  for (const folder of await list(dir)) {
    for (const name of await list(`${dir}/${folder}`)) keys.push(`${folder}/${name}`);
  }
  return keys.sort();
}

/** Keys that rows name. */
async function named({ app }: TestServer): Promise<string[]> {
  const rows = await app.store.all<{ key: string }>({
    sql: `select storage_key as key from files
      union all select thumbnail_key from files where thumbnail_key is not null`,
    parameters: [],
  });
  return rows.map(({ key }) => key).sort();
}

async function compareHashes({ app, data_dir }: TestServer): Promise<void> {
  const rows = await app.store.all<{ storage_key: string; hash: string; size: number }>({
    sql: "select storage_key, hash, size from files",
    parameters: [],
  });
  for (const { storage_key, hash, size } of rows) {
    const bytes = await Deno.readFile(`${data_dir}/uploads/files/${storage_key}`);
    assert.equal(bytes.length, size);
    assert.equal(createHash("sha256").update(bytes).digest("hex"), hash);
  }
}

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`not so after ten seconds: ${what}`);
}
