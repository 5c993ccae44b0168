/** Which part of the house may import which. */

/** A part of the source with its own rule about what it may import. */
export interface Room {
  /** How the room is called in a complaint. */
  readonly name: string;
  /** The longest match decides. A folder ends with a slash. */
  readonly paths: readonly string[];
  /** Rooms it may import anything from; `*` is every room. Its own is always among them. */
  readonly may: readonly string[];
  /** Rooms it may import types from, besides. */
  readonly types?: readonly string[];
}

const PRODUCTS = ["accounts", "uploads", "widget", "team", "support", "admin", "notify"];

/** What runs in the browser and what that is made of. */
const BROWSER = ["islands", "components", "client", "i18n", "ui", "postbox"];

export const ROOMS: readonly Room[] = [
  { name: "fresh", paths: ["lib/fresh/"], may: [] },
  { name: "i18n", paths: ["lib/i18n/"], may: [], types: ["protocol"] },
  { name: "ui", paths: ["lib/ui/"], may: ["i18n"] },
  { name: "protocol", paths: ["lib/protocol/"], may: ["i18n"] },
  { name: "config", paths: ["lib/config.ts"], may: ["protocol"] },
  // What everything on the server knows of a database: get, all, batch, and how they fail.
  { name: "store", paths: ["db/store.ts"], may: [] },
  { name: "db", paths: ["db/"], may: ["store"], types: ["protocol"] },
  { name: "chat", paths: ["lib/chat/"], may: ["db", "store", "protocol", "i18n"] },
  {
    name: "realtime",
    paths: ["lib/realtime/"],
    may: ["chat", "store", "protocol", "i18n"],
    types: ["config", "db"],
  },
  {
    name: "client",
    paths: ["lib/realtime/client/", "lib/widget/client/"],
    may: ["i18n", "ui", "postbox"],
    types: ["protocol"],
  },
  // Runs in browsers beside the pages, and knows none of them.
  { name: "worker", paths: ["lib/worker/"], may: [] },
  {
    name: "products",
    paths: PRODUCTS.map((product) => `lib/${product}/`),
    may: ["web", "realtime", "chat", "db", "store", "protocol", "i18n", "ui", "config"],
  },
  // What the widget's frame and the loader in the host's page say to each other: all that both know.
  { name: "postbox", paths: ["lib/widget/messages.ts"], may: [] },
  // Runs in pages of others, where every byte is theirs.
  { name: "loader", paths: ["lib/widget/loader/"], may: ["postbox", "i18n"], types: ["protocol"] },
  {
    name: "web",
    paths: ["lib/web/"],
    may: ["products", "realtime", "client", "chat", "store", "protocol", "i18n", "ui", "config"],
    types: ["app", "db", "components", "islands"],
  },
  { name: "app", paths: ["lib/app.ts", "lib/server.ts", "lib/run.ts"], may: ["*"] },
  {
    name: "routes",
    paths: ["routes/"],
    may: ["products", "realtime", "chat", "store", "protocol", "web", "config", ...BROWSER],
    types: ["app", "db"],
  },
  // A component is drawn on the server and in the browser alike.
  { name: "components", paths: ["components/"], may: BROWSER, types: ["protocol"] },
  { name: "islands", paths: ["islands/"], may: BROWSER, types: ["protocol"] },
  // What starts the house, tries it or looks after it.
  {
    name: "outside",
    paths: ["main.ts", "dev.ts", "fresh.config.ts", "tests/", "tools/", "bench/"],
    may: ["*"],
  },
];

/** The application knows a database only in files with its name. Tests and measurements may look into it. */
export const DATABASE_PACKAGES: Readonly<Record<string, RegExp>> = {
  "node:sqlite": /sqlite/,
  postgres: /postgres/,
  pg: /postgres/,
};

/** Packages that must never reach a browser: too heavy, or nothing without a server. */
export const SERVER_PACKAGES =
  /^(node:|npm:|zod\b|kysely\b|jose\b|esbuild\b|@twind\/|@node-rs\/|preact-render-to-string\b|fresh$|fresh\/dev$)/;

/** The room of a file, or undefined when no rule is written for it. */
export function roomOf(path: string): Room | undefined {
  let best: Room | undefined;
  let length = 0;
  for (const room of ROOMS) {
    for (const prefix of room.paths) {
      const inside = prefix.endsWith("/") ? path.startsWith(prefix) : path === prefix;
      if (inside && prefix.length > length) [best, length] = [room, prefix.length];
    }
  }
  return best;
}
