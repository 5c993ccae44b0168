import { z } from "zod";
import { readQuery } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

const Query = z.object({
  q: z.string().max(100).default(""),
  limit: z.coerce.number().int().positive().default(50).transform((limit) => Math.min(limit, 100)),
});

/** People of the workspace by name, with presence. */
export const handler = define.handlers({
  async GET(ctx) {
    const actor = requireActor(ctx);
    const { q: search, limit } = readQuery(ctx.url, Query);
    const { chat, realtime } = ctx.state.app;
    const members = await chat.people.list(actor, { search, limit });
    return Response.json(members.map(({ user, last_seen_at }) => ({
      ...user,
      status: realtime.presence.statusOf(actor.workspace_id, user.id),
      is_online: realtime.presence.isOnline(actor.workspace_id, user.id),
      last_seen_at: last_seen_at === null ? null : new Date(last_seen_at).toISOString(),
    })));
  },
});
