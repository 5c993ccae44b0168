import assert from "node:assert/strict";
import { App, type Context, createDefine, HttpError, page } from "fresh";
import type { RequestHandler } from "./app.ts";

interface State {
  trail: string[];
}

async function get(
  handler: RequestHandler,
  path: string,
  init?: RequestInit,
): Promise<[number, string, Headers]> {
  const response = await handler(new Request(`http://site.test${path}`, init));
  return [response.status, await response.text(), response.headers];
}

/** Run with what would go to the log collected. */
async function logged(run: () => Promise<void>): Promise<unknown[]> {
  const { error } = console;
  const lines: unknown[] = [];
  console.error = (...values: unknown[]) => lines.push(...values);
  try {
    await run();
  } finally {
    console.error = error;
  }
  return lines;
}

const mark = (name: string) => (ctx: Context<State>) => {
  (ctx.state.trail ??= []).push(name);
  return ctx.next();
};
const trail = (ctx: Context<State>) => ctx.json(ctx.state.trail ?? []);

Deno.test("middlewares run in order, below their path, and only before what was added after them", async () => {
  const handler = new App<State>()
    .use(mark("all"))
    .use("/admin", mark("admin"))
    .get("/", trail)
    .use(mark("late"))
    .get("/admin/people", trail)
    .get("/administer", trail)
    .get("/one", mark("own"), mark("own too"), trail)
    .handler();
  assert.equal((await get(handler, "/"))[1], `["all"]`);
  assert.equal((await get(handler, "/admin/people"))[1], `["all","admin","late"]`);
  assert.equal((await get(handler, "/administer"))[1], `["all","late"]`);
  assert.equal((await get(handler, "/one"))[1], `["all","late","own","own too"]`);
});

Deno.test("a middleware below a literal path also guards routes that may fall under it", async () => {
  const handler = new App<State>()
    .use("/admin", () => new Response("no", { status: 403 }))
    .use("/users/:id", mark("user"))
    .get("/:section/list", trail)
    .get("/:all*", trail)
    .get("/users/:name/posts", trail)
    .handler();
  assert.equal((await get(handler, "/admin/list"))[0], 403);
  assert.equal((await get(handler, "/other/list"))[0], 200);
  assert.equal((await get(handler, "/admin/a/b/c"))[0], 403);
  assert.equal((await get(handler, "/admin"))[0], 403);
  assert.equal((await get(handler, "/administration/x"))[1], "[]");
  assert.equal((await get(handler, "/users/leila/posts"))[1], `["user"]`);
});

Deno.test("addresses in disguise meet the same guard as the plain one", async () => {
  const handler = new App<State>()
    .use("/admin", () => new Response("no", { status: 403 }))
    .get("/admin", trail)
    .get("/:all*", (ctx) => ctx.text(ctx.url.pathname))
    .handler();
  for (const path of ["/admin", "/admin/", "/x/../admin", "/./admin", "/x/%2e%2e/admin", "/admin?x=/../y"]) {
    // As a server hands it over: not normalised the way `new Request` does it.
    const raw = { url: `http://site.test${path}`, method: "GET", headers: new Headers() } as Request;
    assert.equal((await handler(raw)).status, 403, path);
  }
});

Deno.test("a middleware or handler may be loaded when first needed", async () => {
  let loads = 0;
  const handler = new App<State>()
    .use(() => {
      loads++;
      return Promise.resolve(mark("lazy"));
    })
    .get("/", () => Promise.resolve(trail))
    .handler();
  assert.equal((await get(handler, "/"))[1], `["lazy"]`);
  assert.equal((await get(handler, "/"))[1], `["lazy"]`);
  assert.equal(loads, 1);
});

Deno.test("every request has a state of its own", async () => {
  const handler = new App<State>().use(mark("once")).get("/", trail).handler();
  const answers = await Promise.all([1, 2, 3].map(() => get(handler, "/")));
  assert.deepEqual(answers.map(([, text]) => text), [`["once"]`, `["once"]`, `["once"]`]);
});

Deno.test("methods: the right handler, HEAD from GET without a body, 405 with what is allowed", async () => {
  const handler = new App()
    .get("/a", (ctx) => ctx.text("got"))
    .post("/a", (ctx) => ctx.text("posted"))
    .patch("/a", (ctx) => ctx.text("patched"))
    .get("/b", (ctx) => ctx.text("b"))
    .head("/b", () => new Response(null, { headers: { "x-own": "1" } }))
    .all("/c", (ctx) => ctx.text(ctx.req.method))
    .handler();
  assert.equal((await get(handler, "/a"))[1], "got");
  assert.equal((await get(handler, "/a", { method: "POST" }))[1], "posted");
  const [status, body, headers] = await get(handler, "/a", { method: "HEAD" });
  assert.deepEqual([status, body, headers.get("content-type")], [200, "", "text/plain; charset=utf-8"]);
  assert.equal((await get(handler, "/b", { method: "HEAD" }))[2].get("x-own"), "1");
  const wrong = await get(handler, "/a", { method: "DELETE" });
  assert.equal(wrong[0], 405);
  assert.equal(wrong[2].get("allow"), "GET, POST, PATCH, HEAD");
  assert.equal((await get(handler, "/c", { method: "DELETE" }))[1], "DELETE");
  assert.equal((await get(handler, "/c", { method: "PROPFIND" }))[1], "PROPFIND");
});

Deno.test("patterns: parameters decoded, most specific first, slash at the end or not", async () => {
  const show = (ctx: Context) => ctx.json([ctx.route, ctx.params]);
  const handler = new App()
    .get("/rooms/:id", show)
    .get("/rooms/new", show)
    .get("/files/*", show)
    .get("/x/:module@:version", show)
    .get("/maybe{/:page}?", show)
    .handler();
  const cases: [string, unknown][] = [
    ["/rooms/7", ["/rooms/:id", { id: "7" }]],
    ["/rooms/7/", ["/rooms/:id", { id: "7" }]],
    ["/rooms/%D8%B3%D9%84%D8%A7%D9%85%2F%20?q=1#x", ["/rooms/:id", { id: "سلام/ " }]],
    ["/rooms/new", ["/rooms/new", {}]],
    ["/files/a/b", ["/files/*", { 0: "a/b" }]],
    ["/x/app@2", ["/x/:module@:version", { module: "app", version: "2" }]],
    ["/maybe", ["/maybe{/:page}?", {}]],
    ["/maybe/2", ["/maybe{/:page}?", { page: "2" }]],
  ];
  for (const [path, expected] of cases) {
    assert.deepEqual(JSON.parse((await get(handler, path))[1]), expected, path);
  }
  for (const path of ["/rooms", "/rooms/7/8", "/files", "/Rooms/7"]) {
    assert.equal((await get(handler, path))[0], 404, path);
  }
  assert.equal((await get(handler, "/rooms/%ff"))[0], 400);
});

Deno.test("a thrown HttpError answers with its status; its message only below 500", async () => {
  const handler = new App()
    .get("/forbidden", () => {
      throw new HttpError(403, "Admins only");
    })
    .get("/broken", () => {
      throw new HttpError(503, "db-3 is down");
    })
    .handler();
  assert.deepEqual((await get(handler, "/forbidden")).slice(0, 2), [403, "Admins only"]);
  const lines = await logged(async () => {
    assert.deepEqual((await get(handler, "/broken")).slice(0, 2), [503, "Service Unavailable"]);
  });
  assert.equal(lines.length, 1);
});

Deno.test("an unknown error is 500, logged, and says nothing to the client", async () => {
  const broken = () => {
    throw new Error("secret of the house");
  };
  const handler = new App().get("/", broken).handler();
  const lines = await logged(async () => {
    const [status, text] = await get(handler, "/");
    assert.deepEqual([status, text], [500, "Internal Server Error"]);
  });
  assert.match(String(lines[0]), /secret of the house/);
  const told = new App({ mode: "development" }).get("/", broken).handler();
  await logged(async () => assert.match((await get(told, "/"))[1], /secret of the house/));
});

Deno.test("the most specific error handler answers, middlewares outside of it see its answer", async () => {
  const statuses: number[] = [];
  const fail = () => {
    throw new HttpError(409);
  };
  const handler = new App()
    .use(async (ctx) => {
      const response = await ctx.next();
      statuses.push(response.status);
      return response;
    })
    .onError("/foo", (ctx) => ctx.text(`foo ${(ctx.error as HttpError).status}`, { status: 409 }))
    .onError("*", (ctx) => ctx.text("general", { status: 418 }))
    .get("/foo/bar", fail)
    .get("/bar", fail)
    .handler();
  assert.deepEqual((await get(handler, "/foo/bar")).slice(0, 2), [409, "foo 409"]);
  assert.deepEqual((await get(handler, "/bar")).slice(0, 2), [418, "general"]);
  assert.deepEqual(statuses, [409, 418]);
});

Deno.test("an error handler also answers for what was added before it, and for other handlers that fail", async () => {
  const handler = new App()
    .get("/", () => {
      throw new Error("first");
    })
    .onError("/deep", () => {
      throw new Error("second");
    })
    .get("/deep/down", () => {
      throw new Error("first");
    })
    .onError((ctx) => ctx.text(String(ctx.error), { status: 500 }))
    .handler();
  const lines = await logged(async () => {
    assert.equal((await get(handler, "/"))[1], "Error: first");
    assert.equal((await get(handler, "/deep/down"))[1], "Error: second");
  });
  // What a handler was told of is its own to log; that it failed itself is told by us.
  assert.deepEqual(lines.map(String), ["Error: second"]);
});

Deno.test("a middleware may catch what is thrown further in", async () => {
  const handler = new App()
    .use((ctx) => ctx.next().catch((error) => ctx.json({ detail: error.message }, { status: 422 })))
    .get("/", () => {
      throw new Error("caught");
    })
    .handler();
  assert.deepEqual((await get(handler, "/")).slice(0, 2), [422, `{"detail":"caught"}`]);
});

Deno.test("notFound answers unknown paths and thrown 404s, nothing else", async () => {
  const handler = new App<State>()
    .use(mark("seen"))
    .notFound((ctx) => ctx.text(`nothing, ${ctx.state.trail}`, { status: 404 }))
    .get("/gone", () => {
      throw new HttpError(404);
    })
    .get("/no", () => {
      throw new HttpError(403);
    })
    .handler();
  assert.deepEqual((await get(handler, "/nowhere")).slice(0, 2), [404, "nothing, seen"]);
  assert.deepEqual((await get(handler, "/gone")).slice(0, 2), [404, "nothing, seen"]);
  assert.deepEqual((await get(handler, "/no")).slice(0, 2), [403, "Forbidden"]);
});

Deno.test("pages: data of the handler, status and headers, layouts, wrapper, and ways around them", async () => {
  const define = createDefine<State>();
  const handler = define.handlers({
    GET: (ctx) => page({ name: ctx.params.name }, { status: 201, headers: { "x-a": "b" } }),
    POST: () => ({ data: { name: "posted" } }),
  });
  const Page = define.page<typeof handler>(({ data, url, route }) => <p>{data.name} {url.pathname} {route}
  </p>);
  const Later = define.page(async ({ state }) => {
    await Promise.resolve();
    return <p>later {state.trail}</p>;
  });
  const app = new App<State>()
    .use(mark("x"))
    .appWrapper(({ Component }) => (
      <html>
        <body>
          <Component />
        </body>
      </html>
    ))
    .layout(
      "*",
      define.layout(({ Component, state }) => (
        <main class={state.trail[0]}>
          <Component />
        </main>
      )),
    )
    .layout("/inner", async ({ Component }) => {
      await Promise.resolve();
      return (
        <section>
          <Component />
        </section>
      );
    })
    .layout("/inner/alone", ({ Component }) => (
      <i>
        <Component />
      </i>
    ), { skipInheritedLayouts: true })
    .route("/page/:name", { component: Page, handler })
    .route("/inner/later", { component: Later })
    .route("/inner/alone", { component: Later })
    .route("/bare", { component: Later, config: { skipInheritedLayouts: true } })
    .get("/rendered", (ctx) => ctx.render(<p>r</p>, { status: 418 }, { skipAppWrapper: true }));
  const requests = app.handler();
  const [status, html, headers] = await get(requests, "/page/leila");
  assert.equal(status, 201);
  assert.equal(headers.get("x-a"), "b");
  assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(
    html,
    '<!DOCTYPE html><html><body><main class="x"><p>leila /page/leila /page/:name</p></main></body></html>',
  );
  assert.match((await get(requests, "/page/x", { method: "POST" }))[1], /<p>posted /);
  assert.match(
    (await get(requests, "/inner/later"))[1],
    /<main class="x"><section><p>later x<\/p><\/section><\/main>/,
  );
  assert.match((await get(requests, "/inner/alone"))[1], /<body><i><p>later x<\/p><\/i><\/body>/);
  assert.match((await get(requests, "/bare"))[1], /<body><p>later x<\/p><\/body>/);
  const rendered = await get(requests, "/rendered");
  assert.equal(rendered[0], 418);
  assert.equal(
    rendered[1],
    '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><main class="x"><p>r</p></main></body></html>',
  );
});

Deno.test("a page may answer with a Response instead", async () => {
  const define = createDefine<State>();
  const handler = new App<State>()
    .layout("*", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .route("/now", { component: define.page((ctx) => ctx.redirect("/elsewhere")) })
    .route("/later", { component: define.page(async (ctx) => await ctx.redirect("/elsewhere", 303)) })
    .route("/gone", {
      component: () => {
        throw new HttpError(410);
      },
    })
    .handler();
  assert.equal((await get(handler, "/now"))[2].get("location"), "/elsewhere");
  assert.equal((await get(handler, "/later"))[0], 303);
  assert.equal((await get(handler, "/gone"))[0], 410);
});

Deno.test("error pages wear the layouts of their own place", async () => {
  const handler = new App()
    .layout("*", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .layout("/admin", ({ Component }) => (
      <nav>
        <Component />
      </nav>
    ))
    .onError("*", { component: ({ error }) => <p>{(error as HttpError).status}</p> })
    .get("/admin/x", () => {
      throw new HttpError(409);
    })
    .handler();
  const [status, html] = await get(handler, "/admin/x");
  assert.equal(status, 409);
  assert.match(html, /<body><main><p>409<\/p><\/main><\/body>/);
});

Deno.test("a redirect to a path stays on the site", async () => {
  const handler = new App().get("/", (ctx) => ctx.redirect(ctx.url.searchParams.get("to")!)).handler();
  const cases: [string, string][] = [
    ["/a?b#c", "/a?b#c"],
    ["//evil.test", "/evil.test"],
    ["/\\evil.test", "/evil.test"],
    ["\\/evil.test", "/evil.test"],
    ["/\t/evil.test", "/evil.test"],
    ["\n//evil.test", "/evil.test"],
    ["/گفتگو/1", "/%DA%AF%D9%81%D8%AA%DA%AF%D9%88/1"],
    ["https://other.test/x", "https://other.test/x"],
  ];
  for (const [to, location] of cases) {
    const [status, , headers] = await get(handler, `/?to=${encodeURIComponent(to)}`);
    assert.deepEqual([status, headers.get("location")], [302, location]);
  }
});

Deno.test("a base path stands before every route, and nothing answers without it", async () => {
  const app = new App<State>({ basePath: "/chat/" })
    .use("/in", mark("in"))
    .get("/", trail)
    .get("/in/x", trail);
  const handler = app.handler();
  assert.equal(app.config.basePath, "/chat");
  assert.equal((await get(handler, "/chat"))[1], "[]");
  assert.equal((await get(handler, "/chat/in/x"))[1], `["in"]`);
  assert.equal((await get(handler, "/in/x"))[0], 404);
});

Deno.test("mistakes are told at the start", async () => {
  const twice = new App().get("/a", (ctx) => ctx.text("1")).get("/a", (ctx) => ctx.text("2"));
  await assert.rejects(twice.ready(), /two routes for GET \/a/);
  const serving = new App().get("/", (ctx) => ctx.text(""));
  await serving.ready();
  assert.throws(() => serving.get("/b", (ctx) => ctx.text("")), /already serves/);
});

Deno.test("listens on any free port, hands over the address of the peer, stops", async () => {
  const app = new App().get("/", (ctx) => ctx.json(ctx.info.remoteAddr));
  const server = await app.listen({ port: 0, hostname: "127.0.0.1", onListen: () => {} });
  const response = await fetch(`http://127.0.0.1:${server.addr.port}/`);
  assert.equal((await response.json()).hostname, "127.0.0.1");
  await server.shutdown();
});
