// deno-lint-ignore-file react-no-danger -- raw HTML is one of the cases
import assert from "node:assert/strict";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { App, type PageComponent } from "fresh";
import { Head } from "fresh/runtime";

/** The document of a page within a wrapper. */
async function render(
  page: PageComponent<unknown, unknown>,
  wrapper?: PageComponent<unknown, unknown>,
): Promise<string> {
  const app = new App().route("/", { component: page });
  if (wrapper) app.appWrapper(wrapper);
  const response = await app.handler()(new Request("http://site.test/"));
  assert.equal(response.status, 200);
  return await response.text();
}

const Site: PageComponent<unknown, unknown> = ({ Component }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <link rel="icon" href="/a.ico" id="icon" />
    </head>
    <body class="b">
      <Component />
    </body>
  </html>
);

Deno.test("of two head elements that are the same by key, id, name or being a title the last stays", async () => {
  const html = await render(
    () => (
      <p>
        <Head>
          <title>First</title>
          <meta key="og" property="og:title" content="1" />
          <meta property="og:image" content="a" />
          <meta property="og:image" content="b" />
        </Head>
        <Head>
          <title>Second & last</title>
          <meta key="og" property="og:title" content="2" />
          <link rel="icon" href="/b.ico" id="icon" />
        </Head>
        text
      </p>
    ),
    Site,
  );
  assert.equal(
    html,
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><link rel="icon" href="/b.ico" id="icon"/>' +
      '<title>Second &amp; last</title><meta property="og:title" content="2"/>' +
      '<meta property="og:image" content="a"/><meta property="og:image" content="b"/></head>' +
      '<body class="b"><p>text</p></body></html>',
  );
});

Deno.test("text that looks like the end of the head or body is text", async () => {
  const html = await render(
    () => (
      <div title="</body></head>">
        <Head>
          <title>{"</title></head>"}</title>
        </Head>
        {"</body></html></head>"}
        <i dangerouslySetInnerHTML={{ __html: "<!-- </body> -->" }} />
      </div>
    ),
    Site,
  );
  assert.equal(html.match(/<\/head>/g)!.length, 1);
  assert.ok(html.endsWith("<i><!-- </body> --></i></div></body></html>"), html);
  assert.match(html, /<title>&lt;\/title>&lt;\/head><\/title><\/head>/);
});

Deno.test("context of the wrapper reaches the page", async () => {
  const Word = createContext("none");
  const Reader = () => <b>{useContext(Word)}</b>;
  const html = await render(
    () => (
      <Word.Provider value="page">
        <Reader />
      </Word.Provider>
    ),
    ({ Component }) => (
      <Word.Provider value="wrapper">
        <html>
          <body>
            <Reader />
            <Component />
          </body>
        </html>
      </Word.Provider>
    ),
  );
  assert.equal(html, "<!DOCTYPE html><html><body><b>wrapper</b><b>page</b></body></html>");
});

Deno.test("a document without head or body, and a page without a document", async () => {
  const page = () => (
    <p>
      <Head>
        <title>T</title>
      </Head>x
    </p>
  );
  assert.match(
    await render(page),
    /^<!DOCTYPE html><html><head><meta charset="utf-8"><title>T<\/title><\/head><body><p>x<\/p><\/body><\/html>$/,
  );
  assert.equal(
    await render(page, ({ Component }) => (
      <html>
        <body>
          <Component />
        </body>
      </html>
    )),
    "<!DOCTYPE html><html><title>T</title><body><p>x</p></body></html>".replace(
      "<title>T</title><body>",
      "<body><title>T</title>",
    ),
  );
});

Deno.test("elements hoisted out of their component render the same every time", async () => {
  const body = (
    <body>
      <Head>
        <title>T</title>
      </Head>
      <img src="/a.png" />
    </body>
  );
  const head = (
    <head>
      <meta charset="utf-8" />
    </head>
  );
  const Fixed = () => <html>{head}{body}</html>;
  const first = await render(() => null, Fixed);
  assert.equal(
    first,
    '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>T</title></head><body><img src="/a.png"/></body></html>',
  );
  assert.equal(await render(() => null, Fixed), first);
});
