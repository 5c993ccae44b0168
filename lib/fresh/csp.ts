import type { Middleware } from "./types.ts";

export interface CSPOptions {
  /** Only report: sends Content-Security-Policy-Report-Only. */
  reportOnly?: boolean;
  /** Address that receives reports. */
  reportTo?: string;
  /** Directives that replace the default of the same name or are added to the defaults. */
  csp?: string[];
}

/** Nothing inline, nothing foreign. Stricter than Fresh's default, since nothing here needs more. */
const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];

/**
 * A Content-Security-Policy on every answer, errors included. An answer that already carries the header
 * keeps its own.
 * @throws {TypeError} when a directive could end the header or start another directive
 */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const suffix = options.reportOnly ? "-report-only" : "";
  const name = `content-security-policy${suffix}`;
  const policy = policyOf(options);
  const endpoint = options.reportTo ? `csp="${options.reportTo}"` : null;
  return (ctx) => {
    ctx.outgoing.push([name, policy]);
    if (endpoint) ctx.outgoing.push(["reporting-endpoints", endpoint]);
    return ctx.next();
  };
}

/**
 * The policy of an answer that needs another than the rest, to be set as its own header.
 * @throws {TypeError} as {@link csp}
 */
export function contentPolicy(directives: readonly string[]): string {
  return policyOf({ csp: [...directives] });
}

function policyOf({ csp = [], reportTo }: CSPOptions): string {
  const directives = new Map<string, string>();
  const reporting = reportTo ? [`report-uri ${reportTo}`, "report-to csp"] : [];
  for (const directive of [...DEFAULTS, ...csp, ...reporting]) {
    if (/[;,\r\n]/.test(directive)) throw new TypeError(`Not one directive: ${directive}`);
    directives.set(directive.trim().split(/\s+/, 1)[0]!.toLowerCase(), directive.trim());
  }
  return [...directives.values()].join("; ");
}
