import { z } from "zod";
import { passwordFault } from "@/lib/protocol/accounts.ts";

/**
 * The program's configuration: the environment, parsed once. One table below says everything there is to
 * say of a variable; `--help` and the README are printed from it.
 */
export interface Config {
  /** `test` relaxes what would only slow tests down. Never for people. */
  readonly env: "production" | "test";
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Origin that browsers see, without a slash at the end; null when nothing stands in front. */
  readonly public_url: string | null;
  readonly data_dir: string;
  readonly uploads_dir: string;
  /** Megabytes of one uploaded file. */
  readonly upload_max_mb: number;
  /** Megabytes that the files of one person may take; 0 is no limit. */
  readonly upload_quota_mb: number;
  /** Megabytes that all files may take; 0 is no limit. */
  readonly uploads_total_mb: number;
  /** Where uploads are looked at for viruses, if they are. */
  readonly clamd: ClamdAddress | null;
  /** The first owner, made at first start. */
  readonly admin: { readonly email: string; readonly password: string } | null;
  /** Null: one is made and kept in the data folder. */
  readonly secret_key: string | null;
  readonly log_level: LogLevel;
  /** How many proxies in front append to `X-Forwarded-For`; 0 trusts none. */
  readonly trust_proxy: number;
  /** Every rate limit is multiplied by it. */
  readonly rate_limit_factor: number;
  /** bcrypt's cost: two to its power rounds. */
  readonly password_cost: number;
}

/** Where clamd listens. */
export type ClamdAddress =
  | { readonly transport: "tcp"; readonly hostname: string; readonly port: number }
  | { readonly transport: "unix"; readonly path: string };

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = typeof LOG_LEVELS[number];

/** One environment variable: what it means to people, and how its text becomes a value. */
interface Variable<T> {
  readonly fallback: string;
  /** How the default is printed when it is not the text itself. */
  readonly shown?: string;
  readonly meaning: string;
  readonly schema: z.ZodType<T, string>;
}

const VARIABLES = {
  PORT: variable({
    fallback: "8000",
    meaning: "Port to listen on; 0 takes any free one.",
    schema: integer(0, 65_535, "a port between 0 and 65535, such as 8000"),
  }),
  HOST: variable({
    fallback: "127.0.0.1",
    meaning: "Address to listen on. 0.0.0.0 (or ::) listens on every network of the machine.",
    schema: z.string().regex(
      /^[A-Za-z0-9.:_-]+$/,
      "must be an IP address or a host name without scheme or port, such as 127.0.0.1 or 0.0.0.0",
    ),
  }),
  PUBLIC_URL: variable<string | null>({
    fallback: "",
    shown: "the address of each request",
    meaning: "The address people type, such as https://chat.example.org: for links, cookies and the Origin " +
      "check. Needed behind a proxy.",
    schema: z.string().transform((text, context) => {
      if (text === "") return null;
      const origin = httpOrigin(text);
      if (origin !== null) return origin;
      context.addIssue(
        "must be http:// or https:// with a host and nothing after it, such as https://chat.example.org",
      );
      return z.NEVER;
    }),
  }),
  DATA_DIR: variable({
    fallback: "./data",
    meaning: "Folder of the database, its snapshots and the kept secret key.",
    schema: folder(),
  }),
  UPLOADS_DIR: variable({
    fallback: "./uploads",
    meaning: "Folder of uploaded files.",
    schema: folder(),
  }),
  UPLOAD_MAX_MB: variable({
    fallback: "50",
    meaning: "Megabytes that one uploaded file may have.",
    schema: integer(1, 2048, "a whole number of megabytes between 1 and 2048, such as 50"),
  }),
  UPLOAD_QUOTA_MB: variable({
    fallback: "2048",
    meaning: "Megabytes that the files of one person may take together; 0 is no limit.",
    schema: integer(0, 100_000_000, "a whole number of megabytes, such as 2048; 0 is no limit"),
  }),
  UPLOADS_TOTAL_MB: variable({
    fallback: "51200",
    meaning: "Megabytes that all uploaded files may take together; 0 is no limit.",
    schema: integer(0, 100_000_000, "a whole number of megabytes, such as 51200; 0 is no limit"),
  }),
  CLAMD: variable<ClamdAddress | null>({
    fallback: "",
    shown: "no virus scan",
    meaning: "Where clamd listens, as host:port or the path of its socket: uploads are then scanned, and " +
      "refused while it cannot be reached.",
    schema: z.string().transform((text, context) => {
      const address = clamdAddress(text);
      if (address !== undefined) return address;
      context.addIssue(
        "must be host:port or the path of a socket, such as 127.0.0.1:3310 or /run/clamav/clamd.ctl",
      );
      return z.NEVER;
    }),
  }),
  ADMIN_EMAIL: variable<string | null>({
    fallback: "",
    shown: "none",
    meaning: "E-mail of the first owner, made at first start. Without it a one-time setup link is printed.",
    schema: z.string().transform((text, context) => {
      if (text === "") return null;
      if (text.length <= 254 && z.email().safeParse(text).success) return text;
      context.addIssue("must be an e-mail address, such as admin@example.org");
      return z.NEVER;
    }),
  }),
  ADMIN_PASSWORD: variable<string | null>({
    fallback: "",
    shown: "none",
    meaning: "Password of the first owner: 8 characters to 72 bytes. Used at first start only.",
    schema: z.string().transform((text, context) => {
      if (text === "") return null;
      if (passwordFault(text) === null) return text;
      context.addIssue("must have at least 8 characters and at most 72 bytes; choose another password");
      return z.NEVER;
    }),
  }),
  SECRET_KEY: variable<string | null>({
    fallback: "",
    shown: "made at first start and kept in DATA_DIR",
    meaning: "Key that signs access tokens: at least 32 characters. Changing it ends all access tokens.",
    schema: z.string().transform((text, context) => {
      if (text === "") return null;
      if (text.length >= 32) return text;
      context.addIssue("must have at least 32 characters; `openssl rand -base64 48` makes one");
      return z.NEVER;
    }),
  }),
  LOG_LEVEL: variable({
    fallback: "info",
    meaning: `What is written to the log: ${LOG_LEVELS.join(", ")}.`,
    schema: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`),
  }),
  TRUST_PROXY: variable({
    fallback: "0",
    meaning: "How many reverse proxies stand in front (1 for one Caddy or nginx): their X-Forwarded-For, " +
      "-Proto and -Host are then believed.",
    schema: z.string().transform((text) => TRUTH[text.toLowerCase()] ?? text).pipe(
      integer(0, 10, "the number of proxies in front, 0 to 10 (true is 1, false is 0)"),
    ),
  }),
  RATE_LIMIT_FACTOR: variable({
    fallback: "1",
    meaning: "Multiplies every rate limit; load tests raise it.",
    schema: z.string().transform((text, context) => {
      const factor = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
      if (factor >= 0.01 && factor <= 1_000_000) return factor;
      context.addIssue("must be a number between 0.01 and 1000000, such as 1 or 2.5");
      return z.NEVER;
    }),
  }),
  PASSWORD_COST: variable({
    fallback: "12",
    meaning: "Cost of a password's bcrypt hash: one more doubles the time. 10 to 16.",
    schema: integer(4, 16, "a whole number between 10 and 16, such as 12"),
  }),
  PEYK_ENV: variable({
    fallback: "production",
    meaning: "`test` allows a PASSWORD_COST down to 4. Never where people sign in.",
    schema: z.enum(["production", "test"], "must be production or test"),
  }),
} as const;

const TRUTH: Record<string, string> = { true: "1", yes: "1", on: "1", false: "0", no: "0", off: "0" };

type Name = keyof typeof VARIABLES;
type Values = { [N in Name]: z.output<(typeof VARIABLES)[N]["schema"]> };

/** The environment does not make sense. Its message is a list of sentences for the operator. */
export class ConfigError extends Error {
  override name = "ConfigError";
  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

/**
 * Reads the configuration. An empty variable counts as unset.
 * @throws {ConfigError} with all faults at once, each naming its variable and what to do.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const values = Object.fromEntries(
    (Object.entries(VARIABLES) as [Name, Variable<unknown>][]).map(([name, { fallback, schema }]) => {
      const parsed = schema.safeParse(textOf(name, env) || fallback);
      if (!parsed.success) faults.push(`${name} ${parsed.error.issues[0]?.message}${got(name, env)}.`);
      return [name, parsed.data];
    }),
  ) as Values;
  faults.push(...contradictions(values, new Set(faults.map((fault) => fault.split(" ")[0]))));
  if (faults.length > 0) throw new ConfigError(faults);
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = values;
  return {
    env: values.PEYK_ENV,
    port: values.PORT,
    host: values.HOST,
    public_url: values.PUBLIC_URL,
    data_dir: values.DATA_DIR,
    uploads_dir: values.UPLOADS_DIR,
    upload_max_mb: values.UPLOAD_MAX_MB,
    upload_quota_mb: values.UPLOAD_QUOTA_MB,
    uploads_total_mb: values.UPLOADS_TOTAL_MB,
    clamd: values.CLAMD,
    admin: email !== null && password !== null ? { email, password } : null,
    secret_key: values.SECRET_KEY,
    log_level: values.LOG_LEVEL,
    trust_proxy: values.TRUST_PROXY,
    rate_limit_factor: values.RATE_LIMIT_FACTOR,
    password_cost: values.PASSWORD_COST,
  };
}

/** What no variable can know alone. `wrong` names the variables already complained about. */
function contradictions(values: Values, wrong: ReadonlySet<string | undefined>): string[] {
  const faults: string[] = [];
  const lone = (set: Name, missing: Name) =>
    values[set] && !values[missing] && !wrong.has(missing)
      ? faults.push(`${missing} must be set beside ${set}; set both, or neither to get a setup link.`)
      : 0;
  lone("ADMIN_EMAIL", "ADMIN_PASSWORD");
  lone("ADMIN_PASSWORD", "ADMIN_EMAIL");
  if (values.PASSWORD_COST < 10 && values.PEYK_ENV !== "test" && !wrong.has("PEYK_ENV")) {
    faults.push(
      `PASSWORD_COST must be a whole number between 10 and 16, such as 12 (it is ${values.PASSWORD_COST}; ` +
        "less is for tests only, with PEYK_ENV=test).",
    );
  }
  return faults;
}

const SECRETS: readonly string[] = ["SECRET_KEY", "ADMIN_PASSWORD"] satisfies Name[];

/** What the environment says; around all but a password spaces are a slip of the hand. */
function textOf(name: string, env: Readonly<Record<string, string | undefined>>): string {
  return name === "ADMIN_PASSWORD" ? env[name] ?? "" : env[name]?.trim() ?? "";
}

/** What was met, for the sentence; secrets are not repeated. */
function got(name: string, env: Readonly<Record<string, string | undefined>>): string {
  return SECRETS.includes(name) ? "" : ` (it is ${JSON.stringify(env[name])})`;
}

/** The variables as aligned lines for `--help`. */
export function configHelp(): string {
  const width = Math.max(...Object.keys(VARIABLES).map((name) => name.length));
  return rows().map(([name, shown, meaning]) =>
    `  ${name.padEnd(width)}  ${meaning}\n  ${"".padEnd(width)}  Default: ${shown}`
  ).join("\n");
}

/** The variables as a Markdown table for the README. */
export function configMarkdown(): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  return [
    "| Variable | Default | Meaning |",
    "| --- | --- | --- |",
    ...rows().map(([name, shown, meaning, literal]) =>
      `| \`${name}\` | ${literal ? `\`${shown}\`` : shown} | ${cell(meaning)} |`
    ),
  ].join("\n");
}

function rows(): [name: string, shown: string, meaning: string, literal: boolean][] {
  return (Object.entries(VARIABLES) as [string, Variable<unknown>][]).map(
    ([name, { fallback, shown, meaning }]) => [name, shown ?? fallback, meaning, shown === undefined],
  );
}

/** Keeps the type of what a variable's schema gives. */
function variable<T>(definition: Variable<T>): Variable<T> {
  return definition;
}

function integer(min: number, max: number, wanted: string) {
  return z.string().transform((text, context) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    context.addIssue(`must be ${wanted}`);
    return z.NEVER;
  });
}

function folder() {
  return z.string().refine((text) => !text.includes("\0"), "must be the path of a folder")
    .transform((text) => text.replace(/(?<=.)\/+$/, ""));
}

/** Null for none, undefined for what is no address. */
function clamdAddress(text: string): ClamdAddress | null | undefined {
  if (text === "") return null;
  const path = /^(?:unix:)?(\/.+)$/.exec(text)?.[1];
  if (path !== undefined) return { transport: "unix", path };
  const [, hostname, port] = /^(?:tcp:(?:\/\/)?)?([A-Za-z0-9._-]+|\[[\da-f:]+\]):(\d{1,5})$/i.exec(text) ??
    [];
  if (hostname === undefined || !(Number(port) >= 1 && Number(port) <= 65_535)) return undefined;
  return { transport: "tcp", hostname: hostname.replace(/^\[|\]$/g, ""), port: Number(port) };
}

/** The origin of an http(s) URL that has nothing but one, else null. */
function httpOrigin(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  const bare = url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password;
  return bare && !/[?#]/.test(text) ? url.origin : null;
}
