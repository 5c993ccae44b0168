/**
 * The peer of a page: bare Hono and Preact under Deno. It draws the very elements of the page it is given, each anew
 * for each request, with no session, no database, no components and no policy around them.
 *
 *   deno run -A page.mjs <file with the page's HTML>
 */
import { Hono } from "hono";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";

const VOID = new Set(["meta", "link", "img", "input", "br", "hr", "source"]);
const RAW = new Set(["script", "style", "title"]);
const html = Deno.readTextFileSync(Deno.args[0]).replace(/^<!DOCTYPE html>/i, "");
const data = JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html)[1]);
const tree = parse(html);

const app = new Hono();
app.get("/chat", (context) => context.html("<!DOCTYPE html>" + renderToString(draw(tree))));
const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
console.log(`Page listens on http://127.0.0.1:${server.addr.port}`);

/** A tree of `{ tag, props, children }` and texts. */
function parse(source) {
  const root = { tag: "root", props: {}, children: [] };
  const open = [root];
  const token = /<!--.*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gs;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [, closing, tag, attributes, , text] = match;
    const parent = open[open.length - 1];
    if (text) parent.children.push(unescape(text));
    else if (!tag) continue;
    else if (closing) open.pop();
    else {
      const element = { tag, props: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (VOID.has(tag)) continue;
      if (RAW.has(tag)) {
        const end = source.indexOf(`</${tag}>`, token.lastIndex);
        element.raw = source.slice(token.lastIndex, end);
        token.lastIndex = end + tag.length + 3;
      } else open.push(element);
    }
  }
  return root.children[0];
}

function attributesOf(text) {
  return Object.fromEntries(
    [...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, unescape(value ?? "")]),
  );
}

function unescape(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

function draw(node) {
  if (typeof node === "string") return node;
  const { tag, props, children, raw } = node;
  if (raw === undefined) return h(tag, { ...props }, ...children.map(draw));
  // The page's data is written out for each request, as it would be other data.
  const __html = props.type === "application/json" ? JSON.stringify(data).replaceAll("<", "\\u003c") : raw;
  return h(tag, { ...props, dangerouslySetInnerHTML: { __html } });
}
