import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { sampleSite } from "../testdata/site.ts";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

/** The sample site as a project of its own, with a program that tells its port. */
async function project() {
  const site = await sampleSite();
  const { imports, compilerOptions } = JSON.parse(await Deno.readTextFile(`${PROJECT}/deno.json`));
  for (const [name, target] of Object.entries<string>(imports)) {
    if (target.startsWith("./")) imports[name] = new URL(target, `file://${PROJECT}`).href;
  }
  imports["@/"] = "./";
  await site.write("deno.json", JSON.stringify({ imports, compilerOptions }));
  await site.write(
    "dev.ts",
    `import { Builder } from "fresh/dev";\nawait new Builder({ root: import.meta.dirname }).listen();`,
  );
  await site.write(
    "main.ts",
    `import { App, staticFiles } from "fresh";
     const app = new App({ root: import.meta.dirname }).use(staticFiles()).fsRoutes();
     const server = await app.listen({ port: 0, hostname: "127.0.0.1", onListen: () => {} });
     console.log("port " + server.addr.port);
     Deno.addSignalListener("SIGTERM", () => server.shutdown().then(() => Deno.exit(0)));`,
  );
  return site;
}

Deno.test("a change is built, served by a new program, and noticed by the page; a mistake is told and survived", async () => {
  await using site = await project();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "dev.ts"],
    cwd: site.root,
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = listen(child.stdout);
  const complaints = listen(child.stderr);
  const address = async () => `http://127.0.0.1:${(await output.next(/port (\d+)/))[1]}`;
  try {
    const first = await address();
    assert.match(await text(`${first}/about`), /About.*reload-\w+\.js/s);
    const alive = await text(`${first}/_fresh/alive`);
    assert.equal(await text(`${first}/_fresh/alive`), alive);

    await site.write("routes/(plain)/about.tsx", "export default () => <p>Changed</p>;");
    const second = await address();
    assert.match(await text(`${second}/about`), /Changed/);
    assert.notEqual(await text(`${second}/_fresh/alive`), alive);
    await assert.rejects(fetch(first), "the former program has ended");

    await site.write("islands/Form.tsx", "export default () => <p>;");
    await complaints.next(/islands\/Form\.tsx:1/);
    assert.match(await text(`${second}/about`), /Changed/);

    await site.write("islands/Form.tsx", "export default () => <b>whole again</b>;");
    const third = await address();
    assert.match(await text(third), /whole again/);
    child.kill("SIGTERM");
    assert.equal((await child.status).success, true);
    await assert.rejects(fetch(third), "nothing is left running");
  } finally {
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended, as it should.
    }
    await Promise.all([child.status, output.end, complaints.end]);
  }
});

async function text(url: string): Promise<string> {
  return await (await fetch(url)).text();
}

/** Waits for lines that match, each taken once. */
function listen(stream: ReadableStream<Uint8Array>) {
  let heard = "";
  let wake = () => {};
  const end = (async () => {
    for await (
      const chunk of stream.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    ) {
      heard += chunk;
      wake();
    }
  })();
  const next = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const match = pattern.exec(heard);
      if (match) {
        heard = heard.slice(match.index + match[0].length);
        return match;
      }
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve, reject) => {
        wake = resolve;
        timer = setTimeout(() => reject(new Error(`${pattern} never came, but: ${heard}`)), 30_000);
      }).finally(() => clearTimeout(timer));
    }
  };
  return { next, end };
}
