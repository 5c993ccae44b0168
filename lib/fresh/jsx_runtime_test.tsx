import assert from "node:assert/strict";
import { computed, signal } from "@preact/signals";
import { renderToString } from "preact-render-to-string";

const evil = `"><script>alert('x')</script>&`;

Deno.test("text and attributes of precompiled templates are escaped", () => {
  const html = renderToString(<p class={evil} data-x={evil} title={`${evil}!`}>{evil} and {evil}</p>);
  const escaped = `&quot;>&lt;script>alert('x')&lt;/script>&amp;`;
  assert.equal(
    html,
    `<p class="${escaped}" data-x="${escaped}" title="${escaped}!">${escaped} and ${escaped}</p>`,
  );
});

Deno.test("signals are escaped in text and attributes, and follow their value", () => {
  const text = signal(evil);
  const shout = computed(() => text.value + "!");
  const view = () => renderToString(<p class={text} title={shout}>{text}{shout}</p>);
  assert.doesNotMatch(view(), /<script/);
  assert.match(view(), /^<p class="&quot;>&lt;script>/);
  text.value = "b";
  assert.equal(view(), `<p class="b" title="b!">bb!</p>`);
});

Deno.test("strings in lists are escaped once, at every rendering, and the list stays as it was", () => {
  const names = ["<a>", "b & c"];
  for (let i = 0; i < 3; i++) {
    assert.equal(
      renderToString(<p>{names}{[<i key="1">{"<"}</i>, [">", null, 0]]}</p>).replace("<i >", "<i>"),
      `<p>&lt;a>b &amp; c<i>&lt;</i>>0</p>`,
    );
  }
  assert.deepEqual(names, ["<a>", "b & c"]);
});

Deno.test("false and true are words where they must be, and absence or presence elsewhere", () => {
  const no = signal(false);
  const html = renderToString(
    <div
      aria-hidden={false}
      aria-expanded
      data-on={no}
      draggable={false}
      hidden={no}
      inert={Boolean(1)}
    >
      <input disabled={Boolean(0)} required={Boolean(1)} spellcheck={Boolean(0)} />
    </div>,
  );
  const tags = html.replace(/ +/g, " ").replace(/ >/g, ">");
  assert.match(tags, /aria-hidden="false"/);
  assert.match(tags, /aria-expanded/);
  assert.match(tags, /data-on="false"/);
  assert.match(tags, /draggable="false"/);
  assert.doesNotMatch(tags, /hidden[ >]|hidden=""/);
  assert.match(tags, / inert/);
  assert.match(tags, /<input required spellcheck="false">/);
});

Deno.test("nothing is left of handlers, keys and what is empty", () => {
  const html = renderToString(
    <p key="k" onClick={() => {}} class={undefined}>{null}{undefined}{false}{0}</p>,
  );
  assert.equal(html.replace(/ +>/g, ">"), "<p>0</p>");
});
