import { createDefine } from "fresh";
import type { Actor } from "@/lib/chat/actor.ts";
import type { App } from "@/lib/app.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { SiteCall } from "./external.ts";
import type { Reference } from "./reference/mod.ts";

/** What middleware finds out about a request, for handlers and pages. */
export interface State {
  /** The wired application: the only way from a route to a service. */
  app: App;
  /** What the server says of its interface. */
  reference: Reference;
  /** Who asks; null when nobody is signed in. Never a visitor of a site: most of what there is is not for them. */
  actor: Actor | null;
  /** The visitor of a site who asks; only what visitors have looks at it. */
  visitor: Actor | null;
  locale: Locale;
  theme: "light" | "dark" | "system";
  /** IANA name: the person's own, or their workspace's; null when nobody is signed in. */
  time_zone: string | null;
  /** Address of the client, behind a trusted proxy the forwarded one. */
  ip: string;
  /** The site that is called for, and by whom: under `/api/external` alone. */
  call?: SiteCall;
  /**
   * The origin of another site whose page may read the answer; null: none may. Undefined where it never came to the
   * question.
   */
  readable_by?: string | null;
  /** Short id in logs and error pages. */
  request_id: string;
}

export const define = createDefine<State>();
