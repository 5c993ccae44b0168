/** The chat of a site in every state a visitor can find it in: for pictures, and for what must hold in all of them. */
import type { PersonOptions, Stage } from "../support/browser.ts";
import { photo } from "../support/pictures.ts";
import { upload } from "../support/upload.ts";
import { eventually } from "./room.ts";
import { type Chat, type ChatOptions, type Street, visitChat } from "./widget.ts";

export interface WidgetState {
  readonly name: string;
  readonly site?: Record<string, unknown>;
  readonly options?: Pick<ChatOptions, "layout" | "viewport">;
  /** Brings the open chat into the state. */
  arrange?(chat: Chat, street: Street, site_id: string): Promise<void>;
}

const OFFICE = [{ from: "09:00", to: "18:00" }];
const SHORT = [{ from: "10:00", to: "16:00" }];

/** Hours within which it is never the moment of a test. */
export function closedNow(time_zone: string) {
  const days = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, SHORT, []];
  const today = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: time_zone }).format();
  const at = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(today);
  return { time_zone, days: days.map((day, n) => n === at ? [] : day) };
}

/** The conversation in which a visitor wrote last. */
export async function conversationOf({ owner }: Street): Promise<number> {
  const { body } = await owner.get("/api/admin/messages?source=external&limit=1");
  return body.results[0].conversation.id;
}

/** Somebody who answers visitors says something there. */
export async function answerIn(
  street: Street,
): Promise<(content: string, reply_to?: number) => Promise<number>> {
  const conversation_id = await conversationOf(street);
  return async (content, reply_to) => {
    const { body } = await street.sara.post("/api/messages/", { content, conversation_id, reply_to });
    return body.id;
  };
}

async function talk(chat: Chat, street: Street): Promise<void> {
  await chat.write("سلام، این گلدان تا پنج‌شنبه به همدان می‌رسد؟ Gift wrap هم دارید؟");
  await chat.settled("Gift wrap");
  const answer = await answerIn(street);
  const id = await answer("بله، اگر تا ظهر ثبت شود با پیک همان روز می‌رسد 🌿 بسته‌بندی هدیه هم رایگان است.");
  await chat.bubble("بسته‌بندی هدیه").first().waitFor();
  await chat.write("عالی، همین الان سفارش می‌دهم");
  await chat.settled("سفارش می‌دهم");
  await answer("Please use the code SPRING-14, it is at https://example.org/offers", id);
  await chat.bubble("SPRING-14").first().waitFor();
}

/** Somebody who answers visitors sends a picture there. */
export async function sendPicture({ sara }: Street, conversation_id: number): Promise<void> {
  const bytes = await photo("bowls");
  await upload(sara, "/api/messages/upload", [{ name: "bowl.jpg", bytes, type: "image/jpeg" }], {
    ...{ client_id: crypto.randomUUID(), conversation_id, content: "این کاسه هم با همین لعاب هست." },
  });
}

export const WIDGET_STATES: readonly WidgetState[] = [
  { name: "widget-welcome" },
  { name: "widget-talk", arrange: talk },
  { name: "widget-talk-inline", options: { layout: "inline" }, arrange: talk },
  { name: "widget-talk-popout", options: { layout: "popout" }, arrange: talk },
  {
    name: "widget-long",
    async arrange(chat, street) {
      await chat.write("یک پیام بلند: ".padEnd(900, "چرخ‌کاری‌شده با دست و لعاب قلیایی مس، "));
      await chat.settled("یک پیام بلند");
      await chat.write(`https://example.org/${"a-very-long-path/".repeat(12)}`);
      await chat.settled("a-very-long-path");
      const answer = await answerIn(street);
      await answer("۱۲۳۴۵۶۷۸۹۰".repeat(12));
      await answer("👍");
      await chat.bubble("👍").first().waitFor();
    },
  },
  {
    name: "widget-room",
    site: { mode: "room", name: "Ask the studio", primary_color: "#1f5c3f" },
    options: { layout: "inline" },
    async arrange(chat, street) {
      await chat.write("I’m Persian too, I can translate for you on Tuesdays!");
      await chat.settled("translate for you");
      const answer = await answerIn(street);
      const id = await answer("Just an old towel. Aprons, clay and tools are here.");
      await answer("سلام، کلاس عصر برای کسی که انگلیسی‌اش کامل نیست هم مناسب است؟", id);
      await chat.bubble("کلاس عصر").first().waitFor();
      await street.owner.put(`/api/messages/${id}/reactions/like`, {});
      await chat.bubble("old towel").first().locator(".reaction").first().waitFor();
    },
  },
  {
    name: "widget-picture",
    async arrange(chat, street) {
      await chat.write("این کاسه‌ها را هم دارید؟");
      await chat.settled("کاسه‌ها");
      await sendPicture(street, await conversationOf(street));
      await chat.bubble("همین لعاب").first().locator("img").first().waitFor();
    },
  },
  {
    name: "widget-prechat",
    site: { look: { prechat: { enabled: true, name: "required", email: "optional", text: "" } } },
    async arrange({ frame }) {
      await frame.locator("input[name=name]").fill("مریم");
      await frame.locator("textarea[name=content]").fill("گلدان من شکسته رسیده");
    },
  },
  {
    name: "widget-closed",
    site: { look: { hours: closedNow("Europe/London") } },
    async arrange({ frame, t }) {
      await frame.locator("input[name=email]").fill("ruth.okafor@");
      await frame.locator("textarea[name=content]").fill("Is there wheelchair access to the glazing room?");
      await frame.getByRole("button", { name: t.form.leave }).click();
      await frame.getByText(t.form.emailIncomplete).waitFor();
    },
  },
  {
    name: "widget-left",
    site: { look: { hours: closedNow("Asia/Tehran") } },
    async arrange({ frame, t }) {
      await frame.locator("input[name=email]").fill("ruth.okafor@example.org");
      await frame.locator("textarea[name=content]").fill("Is there wheelchair access to the glazing room?");
      await frame.getByRole("button", { name: t.form.leave }).click();
      await frame.getByText(t.closed.thanksTitle).waitFor();
    },
  },
  {
    name: "widget-locked",
    async arrange(chat, street, site_id) {
      await chat.write("این گلدان موجود است؟");
      await chat.settled("موجود");
      await street.change(site_id, { locked: true });
      await chat.page.reload();
      await chat.frame.getByText(chat.t.locked).waitFor();
      await chat.bubble("موجود").first().waitFor();
    },
  },
  {
    name: "widget-verify",
    site: { mode: "room", require_verified: true },
    arrange: async ({ frame, t }) => await frame.getByText(t.verify.title).waitFor(),
  },
  {
    name: "widget-menu",
    async arrange({ frame, t }) {
      await frame.getByRole("button", { name: t.menu.label }).click();
      await frame.getByRole("menu").waitFor();
    },
  },
  {
    name: "widget-forget",
    async arrange({ frame, t }) {
      await frame.getByRole("button", { name: t.menu.label }).click();
      await frame.getByRole("menuitem", { name: t.menu.restart }).click();
      await frame.getByText(t.forget.text).waitFor();
    },
  },
  {
    name: "widget-offline",
    async arrange(chat, street) {
      await talk(chat, street);
      await chat.page.context().setOffline(true);
      await chat.write("این پیام منتظر می‌ماند");
      await chat.frame.getByText(chat.chat.connection.offline).waitFor();
    },
  },
  {
    name: "widget-failed",
    async arrange(chat) {
      // Of whom nothing is known nothing is asked before they write.
      await chat.write("این گلدان موجود است؟");
      await chat.settled("موجود");
      await chat.page.route("**/api/external/guests", (route) => route.abort());
      await chat.page.reload();
      await chat.frame.getByText(chat.t.failed.title).waitFor();
    },
  },
];

/** Opens a state's own site, in a browser of its own, and brings it there. */
export async function openState(
  stage: Stage,
  street: Street,
  { site = {}, options = {}, arrange }: WidgetState,
  look: PersonOptions,
): Promise<Chat> {
  const site_id = await street.site(site);
  const chat = await visitChat(stage, street, site_id, { ...look, ...options });
  await eventually(async () => {
    if (!/chat|failed/.test(await chat.root.getAttribute("data-phase") ?? "")) throw new Error("not open");
  });
  await arrange?.(chat, street, site_id);
  return chat;
}
