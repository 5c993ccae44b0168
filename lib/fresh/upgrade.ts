import { HttpError } from "./http_error.ts";

/** Callbacks of a socket; all optional. */
export interface WebSocketHandlers {
  open?(socket: WebSocket): void;
  message?(socket: WebSocket, event: MessageEvent): void;
  close?(socket: WebSocket, code: number, reason: string): void;
  error?(socket: WebSocket, event: Event | ErrorEvent): void;
}

export interface UpgradeOptions {
  /** Seconds without a pong after which the peer counts as gone. Default 120. */
  idleTimeout?: number;
  /** The sub-protocol to answer with. */
  protocol?: string;
}

export interface Upgraded {
  socket: WebSocket;
  /** Must be returned from the handler, unchanged. */
  response: Response;
}

/**
 * The only place that knows how an HTTP request becomes a socket, so that another transport could take
 * over here.
 * @throws {HttpError} 400 when the request does not ask for an upgrade, or not as RFC 6455, 4.1 has it
 */
export function upgradeRequest(req: Request, options: UpgradeOptions = {}): Upgraded {
  if (req.method !== "GET" || req.headers.get("upgrade")?.toLowerCase() !== "websocket") {
    throw new HttpError(400, "Expected a WebSocket upgrade request");
  }
  try {
    return Deno.upgradeWebSocket(req, options);
  } catch (cause) {
    // A header that it needs is missing. Anything else is no fault of the client's.
    if (cause instanceof TypeError) {
      throw new HttpError(400, "Incomplete WebSocket upgrade request", { cause });
    }
    throw cause;
  }
}

/** Tell handlers from options: handlers hold at least one function under a known name. */
export function isHandlers(
  value: WebSocketHandlers | UpgradeOptions | undefined,
): value is WebSocketHandlers {
  if (!value) return false;
  const handlers = value as WebSocketHandlers;
  return [handlers.open, handlers.message, handlers.close, handlers.error].some((fn) =>
    typeof fn === "function"
  );
}

/** Connect the callbacks to a socket. */
export function attachHandlers(socket: WebSocket, handlers: WebSocketHandlers): void {
  if (handlers.open) socket.onopen = () => handlers.open!(socket);
  if (handlers.message) socket.onmessage = (event) => handlers.message!(socket, event);
  if (handlers.close) socket.onclose = (event) => handlers.close!(socket, event.code, event.reason);
  if (handlers.error) socket.onerror = (event) => handlers.error!(socket, event);
}
