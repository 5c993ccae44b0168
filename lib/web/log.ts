import type { LogLevel } from "@/lib/config.ts";

/** What a line carries beside its sentence. Never passwords, tokens or the text of messages. */
export type LogFields = Readonly<Record<string, unknown>>;

/** A structured log: one JSON object a line. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** The same log with fields that every line of it carries. */
  with(fields: LogFields): Log;
}

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 };

export interface LogOptions {
  readonly level: LogLevel;
  /** Takes a finished line, without its newline. */
  readonly write?: (line: string) => void;
  readonly now?: () => number;
}

export function createLog({ level, write = console.log, now = Date.now }: LogOptions): Log {
  const tell = (fields: LogFields): void => {
    try {
      write(line(fields));
    } catch {
      // Full disk, closed pipe: whoever wanted to read is gone, and a request must not fail for it.
    }
  };
  const make = (base: LogFields): Log => {
    const at = (name: Exclude<LogLevel, "silent">) => (event: string, fields: LogFields = {}) => {
      if (RANK[name] < RANK[level]) return;
      tell({ time: new Date(now()).toISOString(), level: name, event, ...base, ...fields });
    };
    return {
      debug: at("debug"),
      info: at("info"),
      warn: at("warn"),
      error: at("error"),
      with: (fields) => make({ ...base, ...fields }),
    };
  };
  return make({});
}

function line(fields: LogFields): string {
  try {
    return JSON.stringify(fields, plain);
  } catch {
    // A cycle or a getter that throws: the event still stands in the log.
    return JSON.stringify({ time: fields.time, level: fields.level, event: fields.event, unprintable: true });
  }
}

/** Names under which secrets and people's words travel; a slip of ours stops here. */
const SECRET = /password|secret|token|ticket|cookie|authorization|content|^text$/i;

function plain(key: string, value: unknown): unknown {
  if (SECRET.test(key) && value !== null && value !== undefined) return "[hidden]";
  if (typeof value === "bigint") return String(value);
  if (value instanceof Error) {
    const { name, message, stack, cause } = value;
    return { name, message, stack, cause };
  }
  return value;
}
