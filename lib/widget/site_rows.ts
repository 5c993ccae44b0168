import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import type { SiteRow } from "@/db/sites.ts";
import type { Statement } from "@/db/store.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import { toTime } from "@/lib/chat/entities.ts";
import type { Site } from "@/lib/protocol/sites.ts";
import { readSite } from "./known_sites.ts";

/** A site as its admins see it. */
export function toSite(row: SiteRow, traffic: Site["traffic"]): Site {
  const { site_id, site_key, name, domains, mode, primary_color, locked, require_verified, look, limits } =
    readSite(row);
  return {
    ...{ site_id, site_key, secret_created_at: toTime(row.secret_created_at), name },
    ...{ title: look.title === "" ? name : look.title, domains: [...domains], mode, primary_color },
    ...{ locked, require_verified, revoked: row.revoked_at !== null, look, limits },
    conversation_id: row.conversation_id,
    created_at: toTime(row.created_at),
    updated_at: toTime(row.updated_at),
    traffic,
  };
}

/** A site's own room, which stays with it whatever its mode is later. */
export function makeRoom(
  id: number,
  { id: created_by, workspace_id }: Actor,
  site: { readonly id: number; readonly name: string },
  at: number,
): { id: number; statements: Statement[] } {
  const statements = [
    conversations.insert({
      ...{ id, workspace_id, kind: "site", name: site.name, unique_key: `site:${site.id}`, created_by },
      ...{ created_at: at, last_activity_at: at },
    }),
    changes.append({
      ...{ workspace_id, conversation_id: id, entity: "conversation", entity_id: id, verb: "created" },
      ...{ actor_id: created_by, created_at: at },
    }),
  ];
  return { id, statements };
}
