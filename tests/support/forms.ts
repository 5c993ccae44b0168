import assert from "node:assert/strict";
import type { TestServer } from "./server.ts";

/** A page as it came, or where one is led instead. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  readonly location: string | null;
}

/** Somebody at a browser without scripts, who sends plain forms: only a cookie, an origin and a language. */
export function browserOf(server: TestServer, cookie: string, language = "en") {
  async function ask(path: string, init: RequestInit = {}): Promise<Seen> {
    const response = await fetch(server.url + path, {
      redirect: "manual",
      ...init,
      headers: { cookie, "accept-language": language, ...init.headers as Record<string, string> },
    });
    const { status, headers } = response;
    return { status, headers, html: await response.text(), location: headers.get("location") };
  }
  return {
    cookie,
    look: (path: string) => ask(path),
    send: (path: string, body: Record<string, string> | FormData, headers: Record<string, string> = {}) =>
      ask(path, {
        method: "POST",
        headers: { origin: server.url, ...headers },
        body: body instanceof FormData ? body : new URLSearchParams(body),
      }),
  };
}

export type PlainBrowser = ReturnType<typeof browserOf>;

interface Door {
  readonly language?: string;
  /** What the browser calls itself. */
  readonly agent?: string;
}

/** Signs in by the form, as who is asked for by e-mail and password. */
export async function signIn(
  server: TestServer,
  who: { email: string; password: string },
  { language = "en", agent = "" }: Door = {},
): Promise<PlainBrowser> {
  const response = await fetch(`${server.url}/login`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: server.url, "user-agent": agent },
    body: new URLSearchParams({ email: who.email, password: who.password }),
  });
  await response.body?.cancel();
  assert.equal(response.status, 303);
  return browserOf(server, response.headers.getSetCookie()[0]!.split(";")[0]!, language);
}

/** What `server.person(name)` signs in with. */
export const doorOf = (name: string) => ({ email: `${name}@peyk.test`, password: `${name}-password` });
