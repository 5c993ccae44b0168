import assert from "node:assert/strict";
import { createDefine, type DataOf, page } from "fresh";

interface State {
  user: string;
}
const define = createDefine<State>();

/** Compiles only when both types are the same. */
function same<A, B>(
  _: (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : never,
): void {}

Deno.test("a page's data is what the handlers of its route give, whatever else they answer", () => {
  const handler = define.handlers({
    GET: (ctx) => page({ name: ctx.state.user }),
    async POST(ctx) {
      if (await ctx.req.text() === "") return ctx.redirect("/");
      return page({ name: "x", error: 1 });
    },
    DELETE: () => new Response(null),
  });
  same<DataOf<typeof handler>, { name: string } | { name: string; error: number }>(true);
  const Page = define.page<typeof handler>(({ data, state }) => <p title={state.user}>{data.name}</p>);
  // @ts-expect-error -- no handler gives it
  define.page<typeof handler>(({ data }) => <p>{data.other}</p>);
  // @ts-expect-error -- not in the State
  define.middleware((ctx) => ctx.text(ctx.state.other));
  assert.equal(typeof Page, "function");
});

Deno.test("one function for all methods, and data without page()", () => {
  const handler = define.handlers((ctx) => ({ data: { path: ctx.url.pathname } }));
  same<DataOf<typeof handler>, { path: string }>(true);
  const none = define.handlers({ GET: () => new Response("") });
  same<DataOf<typeof none>, never>(true);
  assert.deepEqual(page({ a: 1 }, { status: 201 }), { data: { a: 1 }, status: 201, headers: undefined });
});
