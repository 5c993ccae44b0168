import { contentPolicy } from "fresh";
import { frameAncestors } from "@/lib/widget/domains.ts";

/**
 * Headers of a page that stands in pages of others: whose these may be, the browser enforces.
 * @param domains entries of the site's list
 */
export function framePolicy(domains: readonly string[]): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentPolicy([
      ["frame-ancestors 'self'", ...frameAncestors(domains)].join(" "),
    ]),
    // Pages that want everything in them to say so may have it as well: it says so, and asks the same of its own.
    "cross-origin-resource-policy": "cross-origin",
    "cross-origin-embedder-policy": "require-corp",
    // A window of its own speaks with the frame that opened it.
    "cross-origin-opener-policy": "unsafe-none",
  };
}
