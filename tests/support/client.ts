/** Speaks to a server over HTTP and WebSocket as somebody's own program would. */
import assert from "node:assert/strict";
import type { Me } from "@/lib/protocol/accounts.ts";
import { openSocket } from "./socket.ts";
import type { TestSocket } from "./socket.ts";

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  // deno-lint-ignore no-explicit-any -- tests look into answers of every shape
  readonly body: Body extends unknown ? any : Body;
}

export interface ClientOptions {
  /** Sent with every call and socket. */
  readonly headers?: Record<string, string>;
  /** For `Authorization: Bearer`, until somebody signs in. */
  readonly token?: string;
}

export function createClient(url: string, { headers: always = {}, token: given = "" }: ClientOptions = {}) {
  let access_token = given;
  let me: Me | undefined;

  /** One call; a body is sent as JSON. `token: null` sends no proof. */
  async function call(
    method: string,
    path: string,
    body?: unknown,
    { headers = {}, token = access_token }: { headers?: Record<string, string>; token?: string | null } = {},
  ): Promise<Answer> {
    const response = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: {
        accept: "application/json",
        ...always,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body !== undefined ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const is_json = response.headers.get("content-type")?.startsWith("application/json");
    return { status: response.status, headers: response.headers, body: is_json ? JSON.parse(text) : text };
  }

  function adopt(answer: Answer, status: number): Me {
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    access_token = answer.body.access_token;
    return me = answer.body.user;
  }

  return {
    url,
    /** Sent with everything. */
    headers: always,
    call,
    get: (path: string) => call("GET", path),
    post: (path: string, body: unknown = {}) => call("POST", path, body),
    put: (path: string, body: unknown) => call("PUT", path, body),
    patch: (path: string, body: unknown) => call("PATCH", path, body),
    delete: (path: string) => call("DELETE", path),

    get token(): string {
      return access_token;
    },
    /** Who this client speaks for. */
    get me(): Me {
      assert(me, "nobody is signed in");
      return me;
    },

    async register(body: Record<string, unknown>): Promise<Me> {
      return adopt(await call("POST", "/api/auth/register", body, { token: null }), 201);
    },
    async login(body: Record<string, unknown>): Promise<Me> {
      return adopt(await call("POST", "/api/auth/login", body, { token: null }), 200);
    },

    /** Opens a socket with a one-use ticket. */
    async socket(path = "/ws"): Promise<TestSocket> {
      const { body } = await call("POST", "/api/auth/ws-ticket", {});
      const address = `${url.replace(/^http/, "ws")}${path}?ticket=${body.ticket}`;
      return await openSocket(address, { headers: always });
    },
  };
}

export type Client = ReturnType<typeof createClient>;
