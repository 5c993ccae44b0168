import { AppError } from "@/lib/protocol/errors.ts";

/**
 * The list of domains of a site, entry by entry. One without a port means https at 443 and http at 80, one with a
 * port exactly that, by either; `*.x` is any subdomain of x and not x. Entries are kept in one spelling, so that
 * an origin is let in by being spelled the ways that would let it in, and looked up: nothing is ever compared by
 * its beginning or its end.
 */

/** A label as DNS has them (RFC 1123, 2.1); names in other scripts are punycode by then. */
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const HOST = new RegExp(`^(?=.{1,253}$)${LABEL}(?:\\.${LABEL})*$`);
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** What people may write of a host: letters of any script, their marks and joiners, digits, hyphens, dots. */
const WRITTEN = /^[\p{L}\p{M}\p{N}\u200c\u200d.\u3002-]+$/u;
const DEFAULT_PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/**
 * Longest list of sources in the header of a frame, in bytes. Many proxies take 4 KiB for all headers of an answer, and
 * give a visitor theirs instead of it where these are longer.
 */
export const SOURCES_MAX = 3000;

/**
 * One entry in the spelling in which it is kept: scheme and path are stripped, other scripts become punycode.
 * IPv6 addresses are refused: `frame-ancestors` has no spelling for them (CSP3, host-source), and what lets a page
 * call us but shows it no frame would only look like a fault.
 * @throws {AppError} `domain_invalid`
 */
export function parseDomain(text: string): string {
  const parts = /^(?:https?:\/\/)?(\*\.)?([^/?#:@\\\s]+)(?::(\d{1,5}))?(?:[/?#][^\s]*)?$/iu.exec(text.trim());
  const [, wildcard = "", written = "", port] = parts ?? [];
  const host = parts && toHost(written);
  const is_address = host !== null && IPV4.test(host);
  // A whole top-level domain is nobody's.
  const is_too_wide = wildcard !== "" && (is_address || !host?.includes("."));
  if (host === null || is_too_wide || Number(port ?? 1) > 65_535 || Number(port ?? 1) < 1) {
    throw new AppError("domain_invalid", { domain: text.trim().slice(0, 100) }, "domains");
  }
  return `${wildcard}${host}${port === undefined ? "" : `:${Number(port)}`}`;
}

/**
 * A list of entries without those that come twice.
 * @throws {AppError} `domain_invalid` naming the first at fault, `domains_too_long`
 */
export function parseDomains(texts: readonly string[]): string[] {
  const entries = [...new Set(texts.map(parseDomain))];
  const { length } = frameAncestors(entries).join(" ");
  if (length > SOURCES_MAX) throw new AppError("domains_too_long", {}, "domains");
  return entries;
}

function toHost(written: string): string | null {
  if (!WRITTEN.test(written) || !URL.canParse(`http://${written}`)) return null;
  const host = new URL(`http://${written}`).hostname.replace(/\.$/, "");
  // URLs know short and odd spellings of addresses, such as 127.1: nobody means those.
  if (IPV4.test(host) && host !== written) return null;
  return HOST.test(host) ? host : null;
}

/** The entries of which any one lets an origin in; none where it is no origin of a page on the web. */
export function entriesFor(origin: string): string[] {
  if (!URL.canParse(origin)) return [];
  const url = new URL(origin);
  const { protocol, hostname, port } = url;
  const usual = DEFAULT_PORTS[protocol];
  // As browsers write it (RFC 6454, 6.2), to the letter: what is spelled otherwise comes from something else.
  if (usual === undefined || url.origin !== origin || !HOST.test(hostname)) return [];
  const labels = IPV4.test(hostname) ? [] : hostname.split(".");
  const hosts = [hostname, ...labels.slice(1).map((_, i) => `*.${labels.slice(i + 1).join(".")}`)];
  const ports = port === "" ? ["", `:${usual}`] : [`:${port}`];
  return hosts.flatMap((host) => ports.map((port) => `${host}${port}`));
}

/** Whether a page of that origin is let in. `null` never is. */
export function matches(entries: readonly string[], origin: string | null): boolean {
  return origin !== null && entriesFor(origin).some((entry) => entries.includes(entry));
}

/**
 * The sources of `frame-ancestors` that let in what {@link matches} does, and nothing else. With schemes: without
 * one a source means that of the frame, and pages by http show no frame that came by https.
 */
export function frameAncestors(entries: readonly string[]): string[] {
  return entries.flatMap((entry) => [`https://${entry}`, `http://${entry}`]);
}
