/** The admin panel from outside: plain forms, as a browser without scripts sends them. */
import assert from "node:assert/strict";
import { OWNER, startServer } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";
import { browserOf, doorOf, signIn } from "./support/forms.ts";
import type { PlainBrowser } from "./support/forms.ts";
import { addSite, visit } from "./support/visitor.ts";

async function withOwner(run: (server: TestServer, owner: PlainBrowser) => Promise<void>): Promise<void> {
  const server = await startServer();
  try {
    await run(server, await signIn(server, OWNER));
  } finally {
    await server.stop();
  }
}

/** The form as the page of a new site has it, with what is filled in. */
const FORM = {
  name: "Sofalineh shop",
  domains: "https://sofalineh.example/shop\n*.sofalineh.example\n\nlocalhost:5000",
  mode: "support",
  primary_color: "#9A4825",
  "look.title": "سفالینه",
  "look.welcome": "سلام",
  "look.locale": "fa",
  "look.position": "left",
  "look.teaser": "on",
  "look.prechat.name": "required",
  "look.prechat.email": "hidden",
  "look.prechat.text": "",
  "look.offline.text": "",
  "hours.time_zone": "Asia/Tehran",
  "limits.messages_guest": "20",
  "limits.messages_ip": "60",
  "limits.messages_site": "600",
  "limits.uploads_guest": "6",
  "limits.uploads_ip": "30",
  "limits.uploads_site": "300",
  "limits.sessions_ip": "60",
  "limits.sessions_site": "6000",
};

/** What stands between the tags of an element, and the entities of it undone. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, "").replaceAll("&amp;", "&");

/** The sentence below a field, if something is wrong with it. */
function faultOf(html: string, path: string): string | undefined {
  const note = new RegExp(`<p id="${path.replaceAll(".", "\\.")}-note" role="alert".*?</p>`, "s").exec(html);
  return note ? textOf(note[0]) : undefined;
}

/** The site that was made last, as the page that made it says. */
function made(html: string): { id: string; secret: string } {
  return {
    id: /\/admin\/sites\/(st_[a-z0-9]+)/i.exec(html)![1]!,
    secret: /sk_[A-Za-z0-9_-]+/.exec(html)![0],
  };
}

/** What calls of a site's pages go by, as its page shows it. */
const publicKeyOf = (html: string) => /pk_[a-z2-7]+/.exec(html)![0];

const PAGES = ["", "/sites", "/sites/new", "/sites/preview?locale=fa&theme=dark", "/messages"];

Deno.test("for members and agents the panel does not exist; strangers are led to the door", () =>
  withOwner(async (server, owner) => {
    const { id } = made((await owner.send("/admin/sites/new", FORM)).html);
    const leila = await server.person("leila");
    const mina = await server.person("mina");
    await (await server.owner()).patch(`/api/admin/users/${mina.me.id}/`, { role: "agent" });
    assert.ok(leila);
    for (const name of ["leila", "mina"]) {
      const outsider = await signIn(server, doorOf(name));
      for (const path of [...PAGES, `/sites/${id}`]) {
        assert.equal((await outsider.look(`/admin${path}`)).status, 404, `${name} ${path}`);
      }
      for (const act of ["rotate", "rekey", "revoke", "remove"]) {
        const { status, html } = await outsider.send(`/admin/sites/${id}`, { act, sure: "on" });
        assert.equal(status, 404);
        assert.doesNotMatch(html, /sk_/);
      }
      assert.equal((await outsider.send("/admin/sites/new", FORM)).status, 404);
      assert.doesNotMatch((await outsider.look("/settings")).html, /href="\/admin"/);
      assert.doesNotMatch((await outsider.look("/chat")).html, /href="\/admin"/);
    }
    const stranger = browserOf(server, "");
    for (const path of [...PAGES, `/sites/${id}`]) {
      const { status, location } = await stranger.look(`/admin${path}`);
      assert.deepEqual([status, location], [
        303,
        `/login?next=${encodeURIComponent(`/admin${path.split("?")[0]}`)}`,
      ]);
    }
    assert.equal((await stranger.send(`/admin/sites/${id}`, { act: "remove", sure: "on" })).status, 303);
    const { html } = await owner.look(`/admin/sites/${id}`);
    assert.match(html, /Live/, "nobody has changed anything");
    for (const path of ["/chat", "/settings"]) {
      assert.match((await owner.look(path)).html, /href="\/admin"/, path);
    }
  }));

Deno.test("a site is made by a plain form, and its secret is told on that page alone", () =>
  withOwner(async (_, owner) => {
    assert.match((await owner.look("/admin/sites")).html, /No site yet/);
    const { status, html } = await owner.send("/admin/sites/new", FORM);
    assert.equal(status, 201);
    const { id, secret } = made(html);
    const page = await owner.look(`/admin/sites/${id}`);
    assert.equal(page.status, 200);
    assert.ok(!page.html.includes(secret), "told once");
    assert.match(page.html, /sofalineh\.example\n\*\.sofalineh\.example\nlocalhost:5000/);
    assert.match(page.html, /value="#9a4825"/);
    assert.match(page.html, /White text 6\.3 : 1, AA/);
    assert.match(page.html, new RegExp(`data-site-id=(&quot;|")${id}`));
    const list = await owner.look("/admin/sites");
    assert.match(list.html, /Sofalineh shop/);
    assert.match(list.html, /and 2 more/);
  }));

Deno.test("what is wrong is said at its field, and what was typed stays", () =>
  withOwner(async (_, owner) => {
    const wrong = {
      ...FORM,
      name: " ",
      domains: "shop.example\nmy shop@example",
      primary_color: "red",
      "limits.uploads_guest": "0",
      "look.hours": "on",
      "hours.2.0.from": "17:00",
      "hours.2.0.to": "09:00",
    };
    const { status, html } = await owner.send("/admin/sites/new", wrong);
    assert.equal(status, 400);
    assert.match(faultOf(html, "name")!, /name/);
    assert.match(faultOf(html, "primary_color")!, /#9a4825/);
    assert.match(faultOf(html, "limits.uploads_guest")!, /100,000/);
    assert.match(html, /Hours must begin before they end/);
    assert.match(html, /value="red"/);
    const domains = await owner.send("/admin/sites/new", { ...FORM, domains: wrong.domains });
    assert.equal(domains.status, 400);
    assert.match(faultOf(domains.html, "domains")!, /shop@example/);
    assert.match((await owner.look("/admin/sites")).html, /No site yet/, "nothing was made");
  }));

Deno.test("a site is changed, cut off, taken back and removed by plain forms, which ask first", () =>
  withOwner(async (_, owner) => {
    const { id, secret } = made((await owner.send("/admin/sites/new", FORM)).html);
    const here = `/admin/sites/${id}`;
    const saved = await owner.send(here, {
      ...FORM,
      locked: "on",
      "look.hours": "on",
      "hours.0.0.from": "09:00",
      "hours.0.0.to": "00:00",
    });
    assert.deepEqual([saved.status, saved.location], [303, `${here}?done=saved`]);
    const page = (await owner.look(saved.location!)).html;
    assert.match(page, /Locked/);
    assert.match(page, /Saved\./);
    assert.match(page, /name="hours\.0\.0\.to" value="00:00"/);

    const key = publicKeyOf(page);
    for (const act of ["rotate", "rekey", "revoke", "remove"]) {
      const { status, html } = await owner.send(here, { act });
      assert.equal(status, 200);
      assert.match(html, /name="sure"/, act);
      assert.ok(!html.includes("sk_"));
    }
    const asked = (await owner.look(here)).html;
    assert.match(asked, /Locked/, "asking has done nothing");
    assert.equal(publicKeyOf(asked), key);

    const rotated = await owner.send(here, { act: "rotate", sure: "on" });
    assert.notEqual(made(rotated.html).secret, secret);
    assert.equal(publicKeyOf(rotated.html), key, "one key is not the other");
    const rekeyed = await owner.send(here, { act: "rekey", sure: "on" });
    assert.deepEqual([rekeyed.status, rekeyed.location], [303, `${here}?done=rekeyed`]);
    const { html } = await owner.look(rekeyed.location!);
    assert.match(html, /The public key was replaced/);
    assert.notEqual(publicKeyOf(html), key);
    assert.match(html, new RegExp(`data-site-id=(&quot;|")${id}`), "the snippet is what it was");
    assert.equal((await owner.send(here, { act: "revoke", sure: "on" })).location, `${here}?done=revoked`);
    assert.match((await owner.look(here)).html, /Cut off/);
    assert.equal((await owner.send(here, { act: "restore" })).location, `${here}?done=restored`);
    const removed = await owner.send(here, { act: "remove", sure: "on" });
    assert.equal(removed.location, "/admin/sites?done=removed");
    assert.equal((await owner.look(here)).status, 404);
    assert.match((await owner.look("/admin/sites")).html, /No site yet/);
  }));

Deno.test("the panel speaks both languages, and holds no style within it", () =>
  withOwner(async (server, owner) => {
    const { id } = made((await owner.send("/admin/sites/new", FORM)).html);
    const persian = await signIn(server, OWNER, { language: "fa" });
    for (const path of [...PAGES, `/sites/${id}`]) {
      const { html } = await persian.look(`/admin${path}`);
      assert.match(html, /<html lang="fa" dir="rtl"/);
      if (!path.includes("preview")) assert.match(html, /سایت‌های بیرونی/);
      assert.doesNotMatch(html, /\sstyle="/);
    }
    assert.match((await persian.look(`/admin/sites/${id}`)).html, /نوشتهٔ سفید ۶٫۳ به ۱/);
  }));

Deno.test("messages are looked through by source, site and text, and deleted, without scripts", () =>
  withOwner(async (server, owner) => {
    assert.match((await owner.look("/admin/messages")).html, /No message yet/);
    const shop = await addSite(server, { name: "Kiln shop", mode: "global" });
    const desk = await addSite(server, { name: "Desk", mode: "support" });
    const emma = await visit(server, shop, { name: "Emma" });
    const omid = await visit(server, desk, { name: "Omid" });
    const leila = await server.person("leila");
    const { body: asked } = await emma.post("/api/messages/", { content: "Do you ship to Rotterdam?" });
    const { body: ticket } = await omid.post("/api/external/tickets", {});
    const { conversation_id } = ticket;
    await omid.post("/api/messages/", { content: "My order is late", conversation_id });
    await leila.post("/api/messages/", { content: "Good morning" });

    const seen = async (query: string) => {
      const { html } = await owner.look(`/admin/messages${query}`);
      return ["Rotterdam", "My order", "Good morning"].filter((text) => html.includes(`${text}`));
    };
    assert.deepEqual(await seen(""), ["Rotterdam", "My order", "Good morning"]);
    assert.deepEqual(await seen("?source=external&site=&q="), ["Rotterdam", "My order"]);
    assert.deepEqual(await seen("?source=app"), ["Good morning"]);
    assert.deepEqual(await seen(`?site=${desk.site_id}`), ["My order"]);
    const { html } = await owner.look("/admin/messages?source=external");
    assert.match(html, /External Source · Kiln shop/);
    assert.match(html, new RegExp(`href="/chat\\?m=${asked.id}"`));
    assert.equal((await owner.look("/admin/messages?source=nonsense")).status, 400);

    const ask = await owner.send("/admin/messages?source=external", { delete: String(asked.id) });
    assert.equal(ask.status, 200);
    assert.match(ask.html, /Delete this message\?/);
    assert.deepEqual(await seen(`?site=${shop.site_id}`), ["Rotterdam"], "asking has done nothing");
    const gone = await owner.send("/admin/messages?source=external", {
      delete: String(asked.id),
      sure: "on",
    });
    assert.equal(gone.location, "/admin/messages?source=external&done=deleted");
    assert.deepEqual(await seen(`?site=${shop.site_id}`), []);
    const member = await signIn(server, doorOf("leila"));
    assert.equal((await member.send("/admin/messages", { delete: "1", sure: "on" })).status, 404);
  }));
