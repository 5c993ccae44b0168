import type { PageResponse } from "./types.ts";

/**
 * Hand data from a handler to the page component of its route.
 * @param init status and headers of the answer
 */
export function page(): PageResponse<undefined>;
export function page<Data>(
  data: Data,
  init?: { status?: number; headers?: HeadersInit },
): PageResponse<Data>;
export function page<Data>(
  data?: Data,
  init: { status?: number; headers?: HeadersInit } = {},
): PageResponse<Data | undefined> {
  return { data, status: init.status, headers: init.headers };
}
