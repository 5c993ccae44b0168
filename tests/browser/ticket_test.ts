/** A visitor of a site who asks, and an agent who answers in the chat. */
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { addSite, visit } from "../support/visitor.ts";
import { enter } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

browserTest(
  "an agent reads what a visitor asks as it comes, and the visitor hears the answer",
  async (stage) => {
    const owner = await server.owner();
    const agent = await server.person("agent", { first_name: "نیلوفر", last_name: "کریمی" });
    await owner.patch(`/api/admin/users/${agent.me.id}`, { role: "agent" });
    const site = await addSite(server, { name: "فروشگاه آفتاب" });
    const guest = await visit(server, site, { name: "سارا" });
    const { conversation_id } = (await guest.post("/api/external/tickets", {})).body;
    const ask = (content: string) => guest.post("/api/messages", { content, conversation_id });
    await ask("سفارش من کی می‌رسد؟");

    const room = await enter(stage, server, "agent", { path: `/chat/c/${conversation_id}` });
    await room.row("سفارش من کی می‌رسد؟").getByText(site.name).waitFor();
    // Called by who asked, since nothing was said about what.
    await room.page.getByRole("heading", { name: "سارا" }).first().waitFor();
    await room.page.getByText(room.t.room.kinds.ticket).first().waitFor();
    const socket = await guest.socket();
    await socket.ask({ type: "chat:join", conversation_id });
    await ask("شمارهٔ سفارش ۱۲۳۴ است.");
    await room.row("شمارهٔ سفارش ۱۲۳۴ است.").waitFor();
    await room.write("همین امروز.");
    await socket.next(({ message }) => message?.content === "همین امروز.");
    await socket.close();
    if (Deno.env.get("SHOT")) await room.page.screenshot({ path: Deno.env.get("SHOT")! });
  },
);
