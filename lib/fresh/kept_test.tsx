import assert from "node:assert/strict";
import { App } from "fresh";

let drawn = 0;

function Row({ id, text, by }: { id: number; text: string; by: string | null }) {
  drawn++;
  return <li id={`r${id}`} title={by ?? ""}>{text}{id > 1 && <b>{"<more>"}</b>}</li>;
}
Row.keptBy = (props: unknown) => {
  const { id, text, by } = props as Parameters<typeof Row>[0];
  return by === null ? null : JSON.stringify([id, text, by]);
};

async function list(rows: Parameters<typeof Row>[0][]): Promise<string> {
  const app = new App().route("/", {
    component: () => <ul>{rows.map((row) => <Row key={row.id} {...row} />)}</ul>,
  });
  return await (await app.handler()(new Request("http://site.test/"))).text();
}

Deno.test("a kept component is drawn once for what it follows from, and looks the same ever after", async () => {
  const rows = [{ id: 1, text: "a & b", by: "x" }, { id: 2, text: "سلام", by: "x" }];
  drawn = 0;
  const first = await list(rows);
  assert.equal(drawn, 2);
  assert.match(
    first,
    /<ul><li id="r1" title="x">a &amp; b<\/li><li id="r2" title="x">سلام<b>&lt;more&gt;<\/b><\/li><\/ul>/,
  );
  assert.equal(await list(rows), first);
  assert.equal(drawn, 2);
});

Deno.test("other input is another piece, and what gives no key is drawn each time", async () => {
  drawn = 0;
  assert.match(await list([{ id: 1, text: "one", by: "y" }]), /one/);
  const changed = await list([{ id: 1, text: "two", by: "y" }]);
  assert.match(changed, /two/);
  assert.doesNotMatch(changed, /one/);
  assert.equal(drawn, 2);
  await list([{ id: 1, text: "two", by: null }]);
  await list([{ id: 1, text: "two", by: null }]);
  assert.equal(drawn, 4);
});

Deno.test("it is let go of in time: two generations of a thousand are held", async () => {
  const rows = (from: number) =>
    Array.from({ length: 1000 }, (_, i) => ({ id: from + i, text: "t", by: "z" }));
  await list(rows(0));
  drawn = 0;
  await list(rows(0));
  assert.equal(drawn, 0);
  await list(rows(1000));
  await list(rows(2000));
  drawn = 0;
  await list(rows(0));
  assert.equal(drawn, 1000);
});
