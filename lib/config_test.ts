import assert from "node:assert/strict";
import { ConfigError, configHelp, configMarkdown, parseConfig } from "./config.ts";

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.faults;
  }
  return [];
}

Deno.test("nothing needs to be set", () => {
  assert.deepEqual(parseConfig({}), {
    env: "production",
    port: 8000,
    host: "127.0.0.1",
    public_url: null,
    data_dir: "./data",
    uploads_dir: "./uploads",
    upload_max_mb: 50,
    upload_quota_mb: 2048,
    uploads_total_mb: 51_200,
    clamd: null,
    admin: null,
    secret_key: null,
    log_level: "info",
    trust_proxy: 0,
    rate_limit_factor: 1,
    password_cost: 12,
  });
});

Deno.test("an empty variable counts as unset", () => {
  assert.deepEqual(parseConfig({ PORT: "", HOST: " ", PUBLIC_URL: "", ADMIN_EMAIL: "" }), parseConfig({}));
});

Deno.test("every variable is read", () => {
  const config = parseConfig({
    PORT: " 0 ",
    HOST: "::",
    PUBLIC_URL: "https://Chat.Example.org/",
    DATA_DIR: "/var/lib/peyk/",
    UPLOADS_DIR: "/srv/files",
    UPLOAD_MAX_MB: "20",
    UPLOAD_QUOTA_MB: "0",
    UPLOADS_TOTAL_MB: "100",
    CLAMD: "/run/clamav/clamd.ctl",
    ADMIN_EMAIL: "a@example.org",
    ADMIN_PASSWORD: " eight ch ",
    SECRET_KEY: "k".repeat(32),
    LOG_LEVEL: "debug",
    TRUST_PROXY: "true",
    RATE_LIMIT_FACTOR: "2.5",
    PASSWORD_COST: "4",
    PEYK_ENV: "test",
  });
  assert.deepEqual(config, {
    env: "test",
    port: 0,
    host: "::",
    public_url: "https://chat.example.org",
    data_dir: "/var/lib/peyk",
    uploads_dir: "/srv/files",
    upload_max_mb: 20,
    upload_quota_mb: 0,
    uploads_total_mb: 100,
    clamd: { transport: "unix", path: "/run/clamav/clamd.ctl" },
    admin: { email: "a@example.org", password: " eight ch " },
    secret_key: "k".repeat(32),
    log_level: "debug",
    trust_proxy: 1,
    rate_limit_factor: 2.5,
    password_cost: 4,
  });
});

Deno.test("all faults are told at once, each by its variable", () => {
  const faults = faultsOf({
    PORT: "http",
    PUBLIC_URL: "chat.example.org",
    LOG_LEVEL: "loud",
    SECRET_KEY: "short",
  });
  assert.deepEqual(faults.map((fault) => fault.split(" ")[0]), [
    "PORT",
    "PUBLIC_URL",
    "SECRET_KEY",
    "LOG_LEVEL",
  ]);
  assert.match(faults[0]!, /^PORT must be a port between 0 and 65535, such as 8000 \(it is "http"\)\.$/);
});

const WRONG: [name: string, value: string][] = [
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "80.5"],
  ["PORT", "0x50"],
  ["HOST", "http://localhost"],
  ["HOST", "local host"],
  ["PUBLIC_URL", "ftp://example.org"],
  ["PUBLIC_URL", "https://example.org/peyk"],
  ["PUBLIC_URL", "https://example.org/?"],
  ["PUBLIC_URL", "https://me:secret@example.org"],
  ["DATA_DIR", "a\0b"],
  ["UPLOAD_MAX_MB", "0"],
  ["UPLOAD_QUOTA_MB", "2 GB"],
  ["CLAMD", "localhost"],
  ["CLAMD", "localhost:0"],
  ["CLAMD", "http://localhost:3310"],
  ["TRUST_PROXY", "maybe"],
  ["TRUST_PROXY", "11"],
  ["RATE_LIMIT_FACTOR", "0"],
  ["RATE_LIMIT_FACTOR", "-1"],
  ["RATE_LIMIT_FACTOR", "Infinity"],
  ["PASSWORD_COST", "9"],
  ["PASSWORD_COST", "17"],
  ["PASSWORD_COST", "1e1"],
  ["PEYK_ENV", "staging"],
];
for (const [name, value] of WRONG) {
  Deno.test(`${name} refuses ${JSON.stringify(value)}`, () => {
    const faults = faultsOf({ [name]: value });
    assert.equal(faults.length, 1);
    assert.ok(faults[0]!.startsWith(`${name} must be `), faults[0]);
  });
}

Deno.test("clamd is found by host and port, or by the path of its socket", () => {
  const tcp = (hostname: string) => ({ transport: "tcp", hostname, port: 3310 });
  for (const text of ["127.0.0.1:3310", "tcp://127.0.0.1:3310", "tcp:127.0.0.1:3310"]) {
    assert.deepEqual(parseConfig({ CLAMD: text }).clamd, tcp("127.0.0.1"));
  }
  assert.deepEqual(parseConfig({ CLAMD: "[::1]:3310" }).clamd, tcp("::1"));
  assert.deepEqual(parseConfig({ CLAMD: "unix:/run/clamd.ctl" }).clamd, {
    transport: "unix",
    path: "/run/clamd.ctl",
  });
});

Deno.test("the first owner needs e-mail and password, both sound", () => {
  assert.match(
    faultsOf({ ADMIN_EMAIL: "a@example.org" })[0]!,
    /^ADMIN_PASSWORD must be set beside ADMIN_EMAIL/,
  );
  assert.match(
    faultsOf({ ADMIN_PASSWORD: "long enough" })[0]!,
    /^ADMIN_EMAIL must be set beside ADMIN_PASSWORD/,
  );
  assert.equal(faultsOf({ ADMIN_EMAIL: "nobody", ADMIN_PASSWORD: "long enough" }).length, 1);
  assert.equal(faultsOf({ ADMIN_EMAIL: "a@example.org", ADMIN_PASSWORD: "short" }).length, 1);
});

Deno.test("secrets are not repeated in what is wrong with them", () => {
  const faults = faultsOf({
    SECRET_KEY: "hunter-key",
    ADMIN_EMAIL: "a@example.org",
    ADMIN_PASSWORD: "hunter",
  });
  assert.equal(faults.length, 2);
  assert.doesNotMatch(faults.join(), /hunter/);
});

Deno.test("help and README name every variable of the table", () => {
  for (const name of ["PORT", "PUBLIC_URL", "SECRET_KEY", "PEYK_ENV"]) {
    assert.match(configHelp(), new RegExp(`^ {2}${name} `, "m"));
    assert.match(configMarkdown(), new RegExp(`^\\| \`${name}\` \\|`, "m"));
  }
  assert.match(configMarkdown(), /\| `HOST` \| `127\.0\.0\.1` \|/);
});
