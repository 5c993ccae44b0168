/** What is asked for in each row of the table of rights. */
import type { Answer, Client } from "../support/client.ts";
import { upload } from "../support/upload.ts";
import { type Cast, PICTURE, type Props, type Scene, SITE_ORIGIN } from "./scene.ts";
import type { PersonName } from "./table.ts";

/** Who asks, and what for. */
export interface About extends Cast, Scene {
  readonly props: Props;
  readonly name: PersonName;
  readonly asker: Client;
}

const PASSWORD = "password-of-leila";

/** JSON bodies; a row without one sends none. */
const BODIES: Readonly<Record<string, (about: About) => unknown>> = {
  "POST /api/auth/register": () => {
    const username = `new-${crypto.randomUUID().slice(0, 8)}`;
    return { email: `${username}@peyk.test`, username, password: PASSWORD };
  },
  "POST /api/auth/login": () => ({ email: "leila@peyk.test", password: "leila-password" }),
  "POST /api/auth/reset-password": () => ({ token: "none", password: PASSWORD }),
  "POST /api/auth/setup": () => ({ token: "none", email: "new@peyk.test", password: PASSWORD }),
  "PATCH /api/auth/me": () => ({ first_name: "Name" }),
  "POST /api/auth/password": ({ name }) => {
    const password = `${name}-password`;
    return { current_password: password, new_password: password };
  },
  "PATCH /api/admin/reports/{id}": () => ({ status: "resolved" }),
  "PATCH /api/admin/users/{id}": () => ({ muted_until: null }),
  "POST /api/admin/sites": () => ({ name: "A shop" }),
  "PATCH /api/admin/sites/{site_id}": () => ({ locked: true }),
  "POST /api/admin/sites/{site_id}/keys": () => ({ key: "secret" }),
  "POST /api/conversations": ({ leila }) => ({ recipient_id: leila.me.id }),
  "POST /api/conversations/{id}/read": () => ({ seq: 1 }),
  "POST /api/messages": ({ room }) => ({ content: "…", conversation_id: room }),
  "PUT /api/messages/{id}": () => ({ content: "changed" }),
  "PATCH /api/messages/{id}": () => ({ content: "changed" }),
  "POST /api/messages/{id}/reports": () => ({ reason: "spam" }),
  "POST /api/rooms": ({ leila }) => ({ name: "another", members: [leila.me.id] }),
  "PATCH /api/rooms/{id}": () => ({ name: "changed" }),
  "POST /api/rooms/{id}/members": ({ newcomer }) => ({ members: [newcomer.me.id] }),
  "PATCH /api/rooms/{id}/members/{user_id}": () => ({ role: "admin" }),
  "POST /api/external/guests": () => ({ name: "Sara" }),
  "POST /api/external/tickets": () => ({}),
  "POST /api/external/messages": () => ({ content: "…" }),
};

/** Rows that send a file. */
const FILES = new Set([
  "PUT /api/auth/me/picture",
  "POST /api/conversations/{id}/messages/{mid}/attachments",
  "POST /api/messages/upload",
  "PUT /api/rooms/{id}/picture",
]);

/** Asks for what a row is about. */
export async function ask(row: string, about: About): Promise<Answer> {
  const { asker, room } = about;
  const [method = "", pattern = ""] = row.split(" ");
  const path = fill(pattern, about);
  if (FILES.has(row)) {
    const fields = row === "POST /api/messages/upload" ? { conversation_id: room } : {};
    return await upload(asker, path, [PICTURE], fields as Record<string, number>, { method });
  }
  if (row === "POST /api/auth/token") {
    const form = new URLSearchParams({
      grant_type: "password",
      username: "leila@peyk.test",
      password: "leila-password",
    });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return await asker.call(method, path, String(form), { headers });
  }
  if (row === "POST /api/auth/refresh") {
    const signed = await asker.call("POST", "/api/auth/login", BODIES["POST /api/auth/login"]!(about), {
      token: null,
    });
    return await asker.call(method, path, { refresh_token: signed.body.refresh_token });
  }
  return await asker.call(method, path, BODIES[row]?.(about), { headers: headersOf(pattern, about) });
}

/** Calls for a site come with its key, from one of its pages. */
function headersOf(pattern: string, { props: { site } }: About): Record<string, string> {
  if (!/^\/api\/(external|widget)\//.test(pattern)) return {};
  return { "site-key": site.site_key, origin: SITE_ORIGIN };
}

const QUERIES: Readonly<Record<string, (props: Props) => string>> = {
  "/api/auth/me/username": () => "?username=somebody",
  "/api/search": () => "?q=wrote",
  "/api/widget/config": ({ site }) => `?site_id=${site.site_id}`,
};

/** The path of a row with what it is about in it. */
function fill(pattern: string, { room, message, props, leila }: About): string {
  const [, place = "", part = ""] = pattern.replace(/^\/api/, "").split("/");
  const ids: Record<string, number> = {
    conversations: room,
    rooms: room,
    messages: message,
    external: message,
    users: leila.me.id,
    files: props.file,
    auth: props.session,
    admin: part === "reports" ? props.report : leila.me.id,
  };
  return pattern.replace("{id}", String(ids[place])).replace("{mid}", String(message))
    .replace("{user_id}", String(leila.me.id)).replace("{site_id}", props.removable.site_id).replace(
      "{emoji}",
      "like",
    ).replace("{name}", PICTURE.name) +
    (QUERIES[pattern]?.(props) ?? "");
}
