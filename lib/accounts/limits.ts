import { addressKey, type RateLimiter, type Rule } from "@/lib/web/rate_limit.ts";

const SECOND = 1000;

// An organisation's people often share one address, and all come on the first morning: limits by address
// are wide, limits by account narrow.
const rules = {
  /** A person at one address who mistypes. */
  login_pair: { name: "login_pair", burst: 10, every: 30 * SECOND },
  /** One account from anywhere: wide, because others could lock a person out with it. */
  login_account: { name: "login_account", burst: 100, every: 10 * SECOND },
  login_address: { name: "login_address", burst: 60, every: 2 * SECOND },
  register_address: { name: "register_address", burst: 40, every: 20 * SECOND },
  /** Refreshing, resetting, setting up: each presents a secret that cannot be guessed. */
  token_address: { name: "token_address", burst: 120, every: SECOND },
  password_account: { name: "password_account", burst: 10, every: 30 * SECOND },
  /** Asking whether a username is free: once for each pause in typing. */
  username_account: { name: "username_account", burst: 60, every: SECOND },
  ticket_account: { name: "ticket_account", burst: 60, every: SECOND },
} satisfies Record<string, Rule>;

/** What may be tried how often at the doors. Each throws `rate_limited`. */
export function createAccountLimits(limiter: RateLimiter) {
  return {
    login(ip: string, email_key: string): void {
      const address = addressKey(ip);
      limiter.limit(rules.login_address, address);
      limiter.limit(rules.login_pair, `${address} ${email_key}`);
      limiter.limit(rules.login_account, email_key);
    },
    /** The right password: earlier slips are forgotten. */
    loggedIn(ip: string, email_key: string): void {
      limiter.forgive(rules.login_pair, `${addressKey(ip)} ${email_key}`);
    },
    register: (ip: string) => limiter.limit(rules.register_address, addressKey(ip)),
    token: (ip: string) => limiter.limit(rules.token_address, addressKey(ip)),
    password: (user_id: number) => limiter.limit(rules.password_account, String(user_id)),
    username: (user_id: number) => limiter.limit(rules.username_account, String(user_id)),
    ticket: (actor_id: number) => limiter.limit(rules.ticket_account, String(actor_id)),
  };
}

export type AccountLimits = ReturnType<typeof createAccountLimits>;
