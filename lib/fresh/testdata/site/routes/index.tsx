import { signal } from "@preact/signals";
import { createDefine, page } from "fresh";
import { asset, Head } from "fresh/runtime";
import Counter, { Display } from "../islands/Counter.tsx";
import Form from "../islands/Form.tsx";

const define = createDefine<{ seen?: string[] }>();

export const handler = define.handlers({
  GET: () => page({ name: '<Leila> & "co"' }),
  async POST(ctx) {
    return ctx.json(await ctx.req.json(), { status: 201 });
  },
});

export default define.page<typeof handler>(({ data }) => {
  const count = signal(3);
  return (
    <div id="page">
      <Head>
        <title>Home</title>
        <meta name="description" content="of the page" />
        <link rel="icon" href={asset("/logo.svg")} />
      </Head>
      <h1 title={data.name}>Hello {data.name}</h1>
      <img src="/logo.svg" alt="" />
      <div id="list">
        <Counter count={count} step={2n} since={new Date(0)} />
        <Display count={count} names={new Map([["a", new Set([1, undefined])]])} />
      </div>
      <Form label="</script><script>alert(1)</script>" />
    </div>
  );
});
