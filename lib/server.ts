import { App as FreshApp, csp, staticFiles } from "fresh";
import type { Snapshot } from "fresh";
import type { App } from "@/lib/app.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { refusalResponse, toRefusal } from "@/lib/web/errors.ts";
import { dress, guardHeaders } from "@/lib/web/headers.ts";
import { localeOf } from "@/lib/web/locale.ts";
import { isAddressable, normalizePath } from "@/lib/web/path.ts";
import type { State } from "@/lib/web/state.ts";

/** How long requests under way may take when the server stops, in milliseconds. */
const GRACE = 5000;

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
  return new FreshApp<State>({ snapshot, root })
    .use((ctx) => {
      ctx.state.app = app;
      return ctx.next();
    })
    .use(guardHeaders)
    .use(csp())
    .use(staticFiles())
    .fsRoutes();
}

/** Listens at the configured address. Port 0 takes any free one. */
export async function serve(options: ServerOptions): Promise<Server> {
  const { app } = options;
  const site = createSite(options);
  await site.ready();
  const handler = site.handler();
  const http = Deno.serve(
    {
      port: app.config.port,
      hostname: app.config.host,
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
  const { hostname, port } = http.addr;
  return {
    url: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`,
    async stop() {
      app.realtime.stop();
      // Requests under way may end; whoever holds on longer is cut off.
      await Promise.race([http.shutdown(), new Promise((done) => setTimeout(done, GRACE))]);
      await app.close();
    },
  };
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
  return dress(refusalResponse(refusal, ""), "/api");
}
