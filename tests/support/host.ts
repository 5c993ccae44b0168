/** A shop of somebody else's, on an origin of its own: a static server with plain HTML files. */

export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Host {
  /** As visitors know it: `localhost`, while Peyk is at `127.0.0.1`, so that the two are different sites. */
  readonly origin: string;
  /** What stands at a path from now on. */
  put(path: string, page: HostPage | string): void;
  /** What browsers sent along as cookies, which should be nothing. */
  readonly cookies: readonly string[];
  stop(): Promise<void>;
}

export function startHost(): Host {
  const pages = new Map<string, HostPage>();
  const cookies: string[] = [];
  const server = Deno.serve({ port: 0, hostname: "0.0.0.0", onListen: () => {} }, (request) => {
    const cookie = request.headers.get("cookie");
    if (cookie) cookies.push(cookie);
    const page = pages.get(new URL(request.url).pathname);
    if (!page) return new Response(null, { status: 404 });
    return new Response(page.html, {
      headers: { "content-type": "text/html; charset=utf-8", ...page.headers },
    });
  });
  return {
    origin: `http://localhost:${server.addr.port}`,
    put: (path, page) => void pages.set(path, typeof page === "string" ? { html: page } : page),
    cookies,
    stop: () => server.shutdown(),
  };
}
