import type { Config } from "@/lib/config.ts";

type Trust = Pick<Config, "trust_proxy">;

/**
 * The address of the client. Each trusted proxy appends one address to `X-Forwarded-For`; what stands left
 * of those was written by the client itself and is not believed.
 * @param peer the other end of the connection
 */
export function clientAddress(headers: Headers, peer: string, { trust_proxy }: Trust): string {
  if (trust_proxy === 0) return peer;
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim()).filter(Boolean);
  const address = hops.at(-trust_proxy) ?? hops[0];
  return address !== undefined && isAddress(address) ? address : peer;
}

function isAddress(text: string): boolean {
  return text.length <= 45 && (/^\d{1,3}(\.\d{1,3}){3}$/.test(text) || /^[\da-f:.]*:[\da-f:.]*$/i.test(text));
}

/**
 * The origin that the client's browser sees: `PUBLIC_URL`, else what the request itself says. That is the
 * asker's own word: links made of it may go back to them, never to anybody else (by mail, say).
 */
export function publicOrigin(
  request: Request,
  { public_url, trust_proxy }: Trust & Pick<Config, "public_url">,
): string {
  if (public_url !== null) return public_url;
  const url = new URL(request.url);
  if (trust_proxy === 0) return url.origin;
  const last = (name: string) => request.headers.get(name)?.split(",").at(-1)?.trim();
  const scheme = last("x-forwarded-proto") ?? url.protocol.slice(0, -1);
  const origin = `${scheme}://${last("x-forwarded-host") ?? url.host}`;
  return /^https?:/.test(origin) && URL.canParse(origin) ? new URL(origin).origin : url.origin;
}

/**
 * Where the operator's own browser reaches the server, for links that the console prints: an address that
 * stands for all of a machine's is none to go to.
 * @param listening where the server listens, such as `http://0.0.0.0:8000`
 */
export function consoleOrigin(listening: string, { public_url }: Pick<Config, "public_url">): string {
  return public_url ?? listening.replace(/\/\/(0\.0\.0\.0|\[::\])(?=:|$)/, "//localhost");
}
