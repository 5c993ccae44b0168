/** Sites that show a chat, and their visitors. */
import assert from "node:assert/strict";
import { SignJWT } from "jose";
import type { Actor } from "@/lib/chat/actor.ts";
import { CreateSite } from "@/lib/protocol/sites.ts";
import type { GuestSession, SiteWithSecret, StartGuest } from "@/lib/protocol/sites.ts";
import { createClient } from "./client.ts";
import type { Client } from "./client.ts";
import type { TestServer } from "./server.ts";

export type Visitor = Client & { readonly session: GuestSession };

/** Where the pages of sites are, unless told. */
export const SHOP = "https://shop.example";

/** A site of the default workspace, made by its owner. */
export async function addSite(
  server: TestServer,
  input: Partial<Parameters<typeof CreateSite.parse>[0] & Record<string, unknown>> = {},
): Promise<SiteWithSecret> {
  const wanted = CreateSite.parse({ name: "a shop", domains: ["shop.example"], ...input });
  return await server.app.sites.create(await ownerOf(server), wanted, "127.0.0.1");
}

/** The owner as the program knows them. */
export async function ownerOf(server: TestServer): Promise<Actor> {
  const { me } = await server.owner();
  return { id: me.id, kind: "member", workspace_id: me.workspace.id, role: "owner", session_id: null };
}

/** A visit in our own frame: asked from our own origin. */
export async function visit(
  server: TestServer,
  site: Pick<SiteWithSecret, "site_key">,
  input: StartGuest = {},
): Promise<Visitor> {
  const headers = { origin: server.url, "site-key": site.site_key };
  const { status, body } = await createClient(server.url, { headers }).post("/api/external/guests", input);
  assert.equal(status, 201, JSON.stringify(body));
  return visitor(server, site, body);
}

/** Who speaks with a visit that was begun. */
export function visitor(
  server: TestServer,
  { site_key }: Pick<SiteWithSecret, "site_key">,
  session: GuestSession,
): Visitor {
  const headers = { origin: server.url, "site-key": site_key };
  return Object.assign(createClient(server.url, { headers, token: session.token }), { session });
}

/** What a site's own server signs of somebody, for an hour unless told. */
export async function voucher(
  { site_id, secret_key }: Pick<SiteWithSecret, "site_id" | "secret_key">,
  claims: Record<string, unknown> = {},
): Promise<string> {
  const hour = Math.floor(Date.now() / 1000) + 3600;
  return await new SignJWT({ aud: site_id, sub: "customer-7", exp: hour, ...claims })
    .setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(secret_key));
}
