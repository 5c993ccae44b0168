import { AppError } from "@/lib/protocol/errors.ts";
import { PASSWORD_MAX_BYTES, passwordFault, preparePassword } from "@/lib/protocol/accounts.ts";

/**
 * Password hashing. The only file that knows which bcrypt is used: a native one, which works on threads
 * beside the event loop.
 */
export interface Passwords {
  /**
   * A bcrypt hash of the password.
   * @throws {AppError} when the password cannot be taken, or `rate_limited` when too many wait.
   */
  hash(password: string): Promise<string>;
  /**
   * Whether the password made this hash. Without a hash (nobody has that e-mail) it is false after the
   * same work, so that time tells nothing.
   * @throws {AppError} `rate_limited` when too many wait.
   */
  verify(password: string, hash: string | null): Promise<boolean>;
  /** Whether a hash was made with a lower cost than today's. */
  isOutdated(hash: string): boolean;
}

/** bcrypt's two operations; tests count their calls. */
export interface Bcrypt {
  hash(password: string, cost: number): Promise<string>;
  compare(password: string, hash: string): Promise<boolean>;
}

export interface PasswordsOptions {
  /** Two to its power rounds. */
  readonly cost: number;
  /** How many are worked on at once. */
  readonly running?: number;
  /** How many may wait beside them; more are refused. */
  readonly waiting?: number;
  readonly bcrypt: Bcrypt;
}

/** The native bcrypt is not there for this machine. The message says what to do, for the operator. */
export class AddonMissing extends Error {
  override name = "AddonMissing";
}

/**
 * Loads the native bcrypt. Not at the head of this file: an addon that is missing should stop the start with
 * a sentence, and not with the loader's own words.
 * @throws {AddonMissing}
 */
export async function loadBcrypt(
  load: () => Promise<Bcrypt> = () => import("@node-rs/bcrypt"),
): Promise<Bcrypt> {
  try {
    const { hash, compare } = await load();
    return { hash, compare };
  } catch (error) {
    const reason = String((error as Error)?.message ?? error).split("\n")[0];
    const { os, arch } = Deno.build;
    throw new AddonMissing(
      `The native part that hashes passwords (@node-rs/bcrypt) cannot be loaded on this machine (${os}, ${arch}): ` +
        `${reason}\nRemove the folder node_modules and start again, so that the one for this machine is installed.`,
      { cause: error },
    );
  }
}

export function createPasswords(
  { cost, running = 2, waiting = 64, bcrypt }: PasswordsOptions,
): Passwords {
  const queue = createQueue(running, waiting);
  // Well-formed, of today's cost, and of no password anybody knows.
  const nobody = `$2b$${String(cost).padStart(2, "0")}$${"Peyk".repeat(5)}0u${
    "nobodyhasthispassword".padEnd(31, ".")
  }`;
  return {
    hash(password) {
      const fault = passwordFault(password);
      if (fault !== null) return Promise.reject(new AppError(fault, { max: PASSWORD_MAX_BYTES }, "password"));
      return queue(() => bcrypt.hash(preparePassword(password), cost));
    },
    verify(password, hash) {
      // No hash was made of such a password, whoever asks: nothing to keep secret by working.
      if (passwordFault(password) !== null) return Promise.resolve(false);
      return queue(async () =>
        await bcrypt.compare(preparePassword(password), hash ?? nobody) && hash !== null
      );
    },
    isOutdated: (hash) => Number(/^\$2[aby]\$(\d\d)\$/.exec(hash)?.[1] ?? 0) < cost,
  };
}

/** Runs at most `running` jobs at once; at most `waiting` wait, in the order in which they came. */
function createQueue(running: number, waiting: number) {
  const line: (() => void)[] = [];
  let busy = 0;
  /** Milliseconds of a job, as a moving average: how long those who are refused should wait. */
  let usual = 250;
  return async function run<T>(job: () => Promise<T>): Promise<T> {
    if (busy >= running) {
      if (line.length >= waiting) {
        throw new AppError("rate_limited", { seconds: Math.ceil(waiting * usual / running / 1000) });
      }
      // Whoever finishes hands its place over: `busy` stays.
      await new Promise<void>((resolve) => line.push(resolve));
    } else busy++;
    const started = performance.now();
    try {
      return await job();
    } finally {
      usual = usual * 0.9 + (performance.now() - started) * 0.1;
      const next = line.shift();
      if (next) next();
      else busy--;
    }
  };
}
