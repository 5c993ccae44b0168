/** The admin panel in every state one can bring it into: for pictures, and for what must hold in all of them. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { SiteWithSecret, StartGuest } from "@/lib/protocol/sites.ts";
import type { Stage } from "../support/browser.ts";
import type { Person, PersonOptions } from "../support/person.ts";
import { OWNER } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { addSite, ownerOf, visit, voucher } from "../support/visitor.ts";
import { openSettings } from "./settings_states.ts";

export interface AdminState {
  readonly name: string;
  /** `{shop}` is the site that has everything, `{ticket}` what one of its visitors asks. */
  readonly path: string;
  /** On a server that has no site yet. */
  readonly empty?: boolean;
  /** Only on this screen. */
  readonly screen?: "desktop" | "phone";
  /** Brings the open page into the state. */
  arrange?(page: Page, t: AdminText): Promise<void>;
}

const WEEK = [0, 1, 2, 3, 4, 5, 6].map((day) =>
  day === 4 ? [] : day === 3 ? [{ from: "09:00", to: "13:00" }] : [{ from: "09:00", to: "17:30" }]
);

/** What addresses of states lead to, as these name it. */
export type Places = Readonly<Record<"shop" | "ticket" | "vouched", string>>;

export function addressOf({ path }: AdminState, places: Partial<Places>): string {
  return path.replace(/\{(\w+)\}/, (_, name) => places[name as keyof Places]!);
}

/** Sites of each state, and what visitors ask. */
export async function fillSites(server: TestServer): Promise<Places> {
  const actor = await ownerOf(server);
  const supplies = await addSite(server, {
    name: "Kiln & Glaze Supplies",
    domains: [],
    primary_color: "#31509d",
    mode: "global",
  });
  const gone = await addSite(server, { name: "فروشگاه قدیمی", domains: ["old.sofalineh.example"] });
  await server.app.sites.change(actor, gone.site_id, { revoked: true }, "127.0.0.1");
  await sayThings(server, supplies);
  await addSite(server, {
    name: "Workshop blog",
    domains: ["blog.sofalineh.example"],
    mode: "room",
    locked: true,
    primary_color: "#295c3d",
  });
  const shop = await addSite(server, {
    name: "Sofalineh shop",
    domains: ["sofalineh.example", "*.sofalineh.example", "localhost:5000"],
    primary_color: "#9a4825",
    look: {
      title: "سفالینه",
      welcome: "سلام! به سفالینه خوش آمدید. از لعاب و پخت گرفته تا ارسال، هرچه بخواهید بپرسید.",
      locale: "fa",
      position: "left",
      hours: { time_zone: "Asia/Tehran", days: WEEK },
      prechat: {
        enabled: true,
        name: "required",
        email: "optional",
        text: "پیش از گفتگو خودتان را معرفی کنید.",
      },
    },
  });
  const maryam = { name: "مریم اکبری طباطبایی", email: "maryam.akbari@post.example" };
  const jonas = { name: "Jonas Lindqvist", email: "jonas.lindqvist.of.the.long.address@post.example" };
  const identity = await voucher(shop, jonas);
  return {
    shop: shop.site_id,
    ticket: await askFor(server, shop, maryam, [
      "سلام، بسته‌ام رسید ولی گلدان از گردن شکسته.",
      "کی تعویض می‌شود؟",
    ]),
    vouched: await askFor(
      server,
      shop,
      { identity },
      ["Tracking hasn’t moved since Monday."],
      "Parcel stuck at customs",
    ),
  };
}

/** A ticket of a visitor, by the id of its conversation. */
async function askFor(
  server: TestServer,
  site: SiteWithSecret,
  who: StartGuest,
  says: readonly string[],
  subject?: string,
): Promise<string> {
  const guest = await visit(server, site, who);
  const { conversation_id } = (await guest.post("/api/external/tickets", { subject })).body;
  for (const content of says) await guest.post("/api/messages", { content, conversation_id });
  return String(conversation_id);
}

/** What visitors and members say in the room of everybody. */
async function sayThings(server: TestServer, site: SiteWithSecret): Promise<void> {
  const arash = await server.person("arash", { first_name: "آرش", last_name: "مرادی" });
  const emma = await visit(server, site, { name: "Emma Clarke" });
  const somebody = await visit(server, site, {});
  const say = (who: { post: typeof arash.post }, content: string) => who.post("/api/messages/", { content });
  await say(arash, "سلام به همه، کورهٔ تازه از شنبه روشن است.");
  await say(emma, "Hello, do you ship the turquoise glaze to Rotterdam?");
  const { body } = await say(somebody, "تخفیف ۹۰٪ فقط امروز، به example.org/sale سر بزنید");
  await say(
    emma,
    "And how long does it take?\nI would need it before the end of the month, for an exhibition.",
  );
  await say(arash, "@mina لطفاً پاسخ بدهید");
  await (await server.owner()).delete(`/api/messages/${body.id}/`);
}

/** The owner, signed in at a browser of their own. */
export async function enterAdmin(
  stage: Stage,
  server: Pick<TestServer, "url">,
  path: string,
  options: PersonOptions = {},
): Promise<Person> {
  const person = await stage.newPerson({ name: "owner", baseURL: server.url, ...options });
  const answer = await person.context.request.post(`${server.url}/api/auth/login`, {
    data: OWNER,
    headers: { origin: server.url },
  });
  assert.equal(answer.status(), 200, await answer.text());
  await openSettings(person.page, path);
  return person;
}

export const ADMIN_STATES: readonly AdminState[] = [
  { name: "sections", path: "/admin", screen: "phone" },
  { name: "sites", path: "/admin/sites" },
  { name: "sites-empty", path: "/admin/sites", empty: true },
  { name: "messages", path: "/admin/messages" },
  { name: "messages-external", path: "/admin/messages?source=external&q=Rotterdam" },
  { name: "messages-none", path: "/admin/messages?q=nothing-of-this" },
  { name: "messages-empty", path: "/admin/messages", empty: true },
  {
    name: "messages-deleting",
    path: "/admin/messages",
    async arrange(page, t) {
      await page.getByRole("button", { name: t.messages.deleteLabel("Emma Clarke") }).first().click();
      await page.getByRole("dialog", { name: t.messages.deleteTitle }).waitFor();
    },
  },
  { name: "site-new", path: "/admin/sites/new" },
  { name: "site", path: "/admin/sites/{shop}" },
  {
    name: "site-forms",
    path: "/admin/sites/{shop}",
    async arrange(page, t) {
      await page.getByText(t.site.limitsMore).click();
      await page.getByText(t.site.local).click();
      await page.locator('[id="look.prechat.enabled-label"]').evaluate((row) => row.scrollIntoView());
    },
  },
  {
    name: "site-end",
    path: "/admin/sites/{shop}",
    async arrange(page, t) {
      await page.getByRole("heading", { name: t.site.danger }).evaluate((row) => row.scrollIntoView());
    },
  },
  {
    name: "site-dark-yellow",
    path: "/admin/sites/{shop}",
    async arrange(page, t) {
      await page.locator("#primary_color").fill("#ffd400");
      await page.getByRole("button", { name: t.site.dark, exact: true }).click();
      await page.getByText(/AA/).waitFor();
    },
  },
  {
    name: "site-refused",
    path: "/admin/sites/{shop}",
    async arrange(page, t) {
      await page.locator("#name").fill("");
      await page.locator("#primary_color").fill("#12");
      await page.locator("#domains").fill("my_shop@example");
      await page.locator("#domains").press("Enter");
      await page.getByRole("button", { name: t.live.save }).click();
      await page.locator("[role=alert]").first().waitFor();
      await page.locator("#name").evaluate((field) => field.scrollIntoView({ block: "center" }));
    },
  },
  {
    name: "site-rotating",
    path: "/admin/sites/{shop}",
    async arrange(page, t) {
      await page.getByRole("button", { name: t.site.rotateSecret }).click();
      await page.getByRole("dialog", { name: t.site.rotateTitle }).waitFor();
    },
  },
  {
    name: "site-rekeying",
    path: "/admin/sites/{shop}",
    async arrange(page, t) {
      await page.getByRole("button", { name: t.site.rotatePublic }).click();
      await page.getByRole("dialog", { name: t.site.rekeyTitle }).waitFor();
    },
  },
  { name: "ticket", path: "/chat/c/{ticket}" },
  { name: "ticket-customer", path: "/chat/c/{ticket}", arrange: showCustomer },
  { name: "ticket-vouched", path: "/chat/c/{vouched}", arrange: showCustomer },
];

/** Who asks stands beside a wide room at once, and over a narrow one when it is wanted. */
async function showCustomer(page: Page): Promise<void> {
  const locale = await page.locator("html").getAttribute("lang") === "fa" ? "fa" : "en";
  const { members: { customer } } = chatText(locale);
  const panel = page.getByRole("complementary", { name: customer });
  if (!await panel.isVisible()) await page.getByRole("button", { name: customer }).click();
  await panel.getByRole("link", { name: "@" }).waitFor();
}

export { adminText };
