/**
 * The migrations of this program, oldest first. They are imported as text, so that they are checked with
 * the code and are inside a compiled executable without being named again.
 *
 * A migration that was released is never edited or renumbered, only followed by another. It is portable
 * SQL (see the head of the first one), and may not begin or end a transaction: it runs inside one.
 */
import foundation from "./migrations/0001_foundation.sql" with { type: "text" };
import reactions from "./migrations/0002_reactions.sql" with { type: "text" };
import uploads from "./migrations/0003_uploads.sql" with { type: "text" };
import people_order from "./migrations/0004_people_order.sql" with { type: "text" };
import groups from "./migrations/0005_groups.sql" with { type: "text" };
import search from "./migrations/0006_search.sql" with { type: "text" };
import sites from "./migrations/0007_sites.sql" with { type: "text" };
import silent_visitors from "./migrations/0008_silent_visitors.sql" with { type: "text" };
import visitors_by_last_visit from "./migrations/0009_visitors_by_last_visit.sql" with { type: "text" };

export interface Migration {
  /** File name without its ending, beginning with a four-digit number. */
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  { name: "0001_foundation", sql: foundation },
  { name: "0002_reactions", sql: reactions },
  { name: "0003_uploads", sql: uploads },
  { name: "0004_people_order", sql: people_order },
  { name: "0005_groups", sql: groups },
  { name: "0006_search", sql: search },
  { name: "0007_sites", sql: sites },
  { name: "0008_silent_visitors", sql: silent_visitors },
  { name: "0009_visitors_by_last_visit", sql: visitors_by_last_visit },
];
