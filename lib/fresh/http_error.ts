/** Sentences of RFC 9110 and 6585 for the statuses a handler is likely to throw. */
const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  426: "Upgrade Required",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The sentence that belongs to a status, for answers that have nothing better to say. */
export function statusText(status: number): string {
  return STATUS_TEXT[status] ?? `Status ${status}`;
}

/**
 * Thrown to end a request with a status. The message of a 4xx may reach the client; that of a 5xx
 * never does.
 */
export class HttpError extends Error {
  override name = "HttpError";
  readonly status: number;

  constructor(status: number, message?: string, options?: ErrorOptions) {
    super(message ?? statusText(status), options);
    this.status = status;
  }
}
