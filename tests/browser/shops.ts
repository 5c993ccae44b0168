/** Peyk and a shop on two origins, and a site that lets the one into the other. */
import type { Page } from "playwright-core";
import { CreateSite } from "@/lib/protocol/sites.ts";
import type { Stage } from "../support/browser.ts";
import { startHost } from "../support/host.ts";
import { startServer } from "../support/server.ts";
import { ownerOf } from "../support/visitor.ts";
import { type PageParts, put, type Shop, visit, type VisitOptions } from "./shop.ts";

export async function startShops() {
  const server = await startServer({ built: true });
  const host = startHost();
  const actor = await ownerOf(server);

  /** A site that lists the shop, if nothing else is said. @returns its id */
  async function addSite(more: Record<string, unknown> = {}): Promise<string> {
    const domains = [new URL(host.origin).host];
    const draft = CreateSite.parse({ name: "سفالینه", domains, primary_color: "#9c4a26", ...more });
    return (await server.app.sites.create(actor, draft, "127.0.0.1")).site_id;
  }

  const site = await addSite();
  /** The two lines of the snippet, without the second. */
  const script = (attributes = "async", of = site) =>
    `<script src="${server.url}/widget.js" data-site-id="${of}" ${attributes}></script>`;

  return {
    server,
    host,
    actor,
    site,
    addSite,
    script,
    /** Somebody looks at a page with the widget on it. */
    shop: (stage: Stage, parts: PageParts = {}, options: VisitOptions = {}): Promise<Shop> =>
      visit(stage, put(host, { head: script(), ...parts }), server.url, options),
    async stop() {
      await host.stop();
      await server.stop();
    },
  };
}

/** Calls a method of `window.Peyk`. */
export function peyk(page: Page, name: string, ...args: unknown[]): Promise<void> {
  return page.evaluate(([name, args]) => {
    const { Peyk } = globalThis as unknown as { Peyk: Record<string, (...args: unknown[]) => void> };
    Peyk[name as string]!(...args as unknown[]);
  }, [name, args] as const);
}
