import type { Log } from "./log.ts";

/**
 * A fault that nothing caught is written to the log, and the program goes on: one request's or socket's bug
 * must not end everybody's. What the database holds is safe either way; batches are whole or not there.
 * @returns ends it
 */
export function surviveFaults(log: Log): () => void {
  const onRejection = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    log.error("unhandled_rejection", { error: event.reason });
  };
  const onError = (event: ErrorEvent) => {
    event.preventDefault();
    log.error("uncaught_error", { error: event.error });
  };
  addEventListener("unhandledrejection", onRejection);
  addEventListener("error", onError);
  return () => {
    removeEventListener("unhandledrejection", onRejection);
    removeEventListener("error", onError);
  };
}
