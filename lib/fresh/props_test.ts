import assert from "node:assert/strict";
import { computed, Signal, signal } from "@preact/signals";
import { h } from "preact";
import { unflatten } from "devalue";
import { type IslandPayload, serializeIslands } from "./props.ts";

type Props = Record<string, unknown>;

const uses = (list: Props[]) =>
  list.map((props, i) => ({
    island: { file: `islands/I${i}.tsx`, exportName: "default", host: () => null },
    props,
  }));

const serialize = (list: Props[]) => serializeIslands(uses(list), list.map((_, i) => `/i${i}.js`));

/** What the browser makes of it; the same steps as in client/boot.ts. */
function revive(text: string): Props[] {
  const { plain, rich } = JSON.parse(text) as IslandPayload;
  const rest = rich === null ? [] : unflatten(rich, {
    Signal: ([value]: [unknown]) => signal(value),
    Computed: ([value]: [unknown]) => computed(() => value),
  }) as Props[];
  return plain.map((props) => props ?? rest.shift()!);
}

Deno.test("what JSON holds travels as JSON, what it does not hold arrives all the same", () => {
  const plain = { a: 1, b: "x", c: [true, null, { d: 0.5 }], e: undefined };
  assert.equal((JSON.parse(serialize([plain])) as IslandPayload).rich, null);
  assert.deepEqual(revive(serialize([plain])), [{ a: 1, b: "x", c: [true, null, { d: 0.5 }] }]);
  const rich = {
    date: new Date(5),
    map: new Map<unknown, unknown>([["k", new Set([1, undefined])]]),
    big: 2n ** 70n,
    nan: NaN,
    minusZero: -0,
    infinite: -Infinity,
    inner: { missing: undefined },
    list: [undefined, , 1],
    url: new URL("http://a.test/?b"),
    pattern: /x/gi,
    bytes: new Uint8Array([1, 2, 255]),
  };
  const [first, second] = revive(serialize([rich, plain]));
  assert.deepEqual(first, rich);
  assert.equal(second!.a, 1);
});

Deno.test("a signal given to two islands is one signal for both", () => {
  const count = signal({ n: 1 });
  const [a, b, c] = revive(serialize([{ count }, { deep: [{ count }] }, { plain: 1 }]));
  const received = a!.count as Signal<{ n: number }>;
  assert.ok(received instanceof Signal);
  assert.deepEqual(received.value, { n: 1 });
  assert.equal((b!.deep as { count: unknown }[])[0]!.count, received);
  assert.deepEqual(c, { plain: 1 });
});

Deno.test("computed signals arrive with their value; reading them subscribes to nothing", () => {
  const count = signal(2);
  const [props] = revive(serialize([{ twice: computed(() => count.value * 2) }]));
  assert.equal((props!.twice as Signal<number>).value, 4);
});

Deno.test("an object given twice, or to two islands, stays one; circles too", () => {
  const shared = { x: 1 };
  const [a, b] = revive(serialize([{ shared, again: shared }, { shared }]));
  assert.equal(a!.shared, a!.again);
  assert.equal(a!.shared, b!.shared);
  const circle: Props = {};
  circle.self = circle;
  const [c] = revive(serialize([{ circle }])) as [{ circle: Props }];
  assert.equal(c.circle.self, c.circle);
});

Deno.test("nothing in props can close the script element", () => {
  const evil = "</script><script>alert(1)</script><!--";
  for (
    const props of [{ evil }, { evil, date: new Date(0) }, { [evil]: 1 }, { m: new Map([[evil, evil]]) }]
  ) {
    const text = serialize([props]);
    assert.doesNotMatch(text, /</);
    assert.deepEqual(revive(text), [props]);
  }
});

Deno.test("prototypes cannot be reached", () => {
  const props = JSON.parse(`{"a": {"__proto__": {"polluted": true}}}`);
  assert.throws(() => serialize([props]), /__proto__/);
  assert.equal((Object.prototype as Props).polluted, undefined);
});

Deno.test("says which island cannot be given what", () => {
  class Person {}
  const cases: [Props, RegExp][] = [
    [{ onSave: () => {} }, /islands\/I1\.tsx.*function.*onSave/],
    [{ who: { person: new Person() } }, /islands\/I1\.tsx.*who\.person/],
    [{ children: h("p", null) }, /islands\/I1\.tsx.*JSX/],
    [{ icon: [h("p", null)] }, /JSX/],
    [{ later: Promise.resolve() }, /islands\/I1\.tsx/],
  ];
  for (const [props, message] of cases) {
    assert.throws(() => serialize([{ fine: new Date() }, props]), message);
  }
});
