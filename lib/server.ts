import { App as FreshApp, csp, staticFiles } from "fresh";
import type { RequestHandler, Snapshot } from "fresh";
import type { App } from "@/lib/app.ts";
import type { Config } from "@/lib/config.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { embedded } from "@/lib/web/embedded.ts";
import { refusalResponse, toRefusal } from "@/lib/web/errors.ts";
import { shareWithSites } from "@/lib/web/external.ts";
import { dress, guardHeaders } from "@/lib/web/headers.ts";
import { localeOf } from "@/lib/web/locale.ts";
import { isAddressable, normalizePath } from "@/lib/web/path.ts";
import { createReference } from "@/lib/web/reference/mod.ts";
import type { State } from "@/lib/web/state.ts";

/** How long requests under way may take when the server stops, in milliseconds. */
const GRACE = 5000;
/** How long to wait before listening again, in milliseconds. */
const LISTEN_AGAIN = 500;
/** How long sockets may take to answer a goodbye, in milliseconds. */
const FAREWELL = 1000;

export interface ServerOptions {
  readonly app: App;
  /** What was built; without it routes are read from `root` and nothing moves in the browser. */
  readonly snapshot?: Snapshot;
  readonly root?: string;
}

export interface Server {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Takes no new requests, lets those under way end, then closes the application. */
  stop(): Promise<void>;
}

/** The site: files, then routes, each request knowing the application. */
export function createSite({ app, snapshot, root }: ServerOptions): FreshApp<State> {
  const site = new FreshApp<State>({ snapshot, root });
  const reference = createReference(() => site.routeFiles());
  return site
    .use((ctx) => {
      ctx.state.app = app;
      ctx.state.reference = reference;
      return ctx.next();
    })
    .use(guardHeaders)
    .use(shareWithSites)
    .use(csp())
    .use(embedded)
    .use(staticFiles())
    .fsRoutes();
}

/** The configured address cannot be listened on. The message says what to do, for the operator. */
export class CannotListen extends Error {
  override name = "CannotListen";
}

/** Listens at the configured address. Port 0 takes any free one. @throws {CannotListen} */
export async function serve(options: ServerOptions): Promise<Server> {
  const { app } = options;
  const site = createSite(options);
  await site.ready();
  const listener = keepListening(app, site.handler());
  const { hostname, port } = listener.addr;
  return {
    url: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`,
    async stop() {
      app.admission.close();
      app.realtime.stop();
      await goodbyes(app);
      // Requests under way may end; whoever holds on longer is cut off.
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, GRACE);
      await Promise.race([listener.shutdown(), patience.promise]);
      clearTimeout(timer);
      await app.close();
    },
  };
}

/**
 * Listens, and again when that ends by itself: the runtime gives up for ever when one connection cannot be
 * taken, as when all of the process's file descriptors are in use. Who is connected stays so meanwhile.
 */
function keepListening(app: App, handler: RequestHandler) {
  let http = listen(app, handler, app.config.port);
  const { addr } = http;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function watch(): void {
    http.finished.catch((error) => {
      if (stopped) return;
      app.log.error("listening_failed", { error });
      timer = setTimeout(again, LISTEN_AGAIN);
    });
  }

  function again(): void {
    try {
      http = listen(app, handler, addr.port);
      watch();
    } catch {
      timer = setTimeout(again, LISTEN_AGAIN);
    }
  }

  watch();
  return {
    addr,
    async shutdown(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      // One that ended by itself has nothing left to end.
      await http.shutdown().catch(() => {});
    },
  };
}

function listen(app: App, handler: RequestHandler, port: number): Deno.HttpServer<Deno.NetAddr> {
  const { host: hostname } = app.config;
  try {
    return Deno.serve(
      {
        port,
        hostname,
        // The log says where; Deno's own line would say it twice.
        onListen: () => {},
        onError(error) {
          app.log.error("request_failed", { error });
          return answer(new AppError("internal"), null);
        },
      },
      (req, info) =>
        isAddressable(req) ? handler(rewrite(req), info) : answer(new AppError("invalid_input"), req),
    );
  } catch (error) {
    throw new CannotListen(whyNot(error as Error, app.config), { cause: error });
  }
}

function whyNot(error: Error, { host, port }: Pick<Config, "host" | "port">): string {
  switch (error.name) {
    case "AddrInUse":
      return `Port ${port} is taken by another program. Stop that one, or set PORT to a free one.`;
    case "AddrNotAvailable":
      return `HOST ${host} is no address of this machine. 127.0.0.1 is for this machine alone, 0.0.0.0 for all.`;
    case "PermissionDenied":
      return `The system does not let this program listen on port ${port}. Set PORT to one above 1023, ` +
        "and put a reverse proxy in front.";
    default:
      return `HOST ${host}, PORT ${port} cannot be listened on: ${error.message}.`;
  }
}

/**
 * Waits until the sockets have heard that they are to come back: the end of the HTTP server would overtake
 * what is still to be written, and tell them something else.
 */
async function goodbyes({ realtime }: App): Promise<void> {
  const end = performance.now() + FAREWELL;
  while (realtime.open > 0 && performance.now() < end) await new Promise((next) => setTimeout(next, 10));
}

/** The same request at its one true path: `/api/v1/…` is `/api/…`. Most are passed on as they are. */
function rewrite(req: Request): Request {
  if (!req.url.includes("/api/v1")) return req;
  const url = new URL(req.url);
  if (!/^\/api\/v1(\/|$)/.test(url.pathname)) return req;
  url.pathname = normalizePath(url.pathname);
  // Part by part: made of the whole request, it would follow the abort signal of the first.
  const { method, headers, body } = req;
  return new Request(url, { method, headers, body });
}

/** An answer from outside the site: to what does not reach it. */
function answer(error: AppError, req: Request | null): Response {
  const refusal = toRefusal(error, localeOf(req?.headers ?? new Headers(), null));
  return dress(refusalResponse(refusal, ""), "no-store");
}
