import type { PersonCard } from "@/lib/protocol/entities.ts";
import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The card of a member of one's workspace. */
  async GET(ctx) {
    const { chat, realtime } = ctx.state.app;
    const actor = requireActor(ctx);
    const { user, last_seen_at, created_at } = await chat.people.card(actor, readId(ctx.params.id));
    const card: PersonCard = {
      ...user,
      status: realtime.presence.statusOf(actor.workspace_id, user.id),
      last_seen_at: last_seen_at === null ? null : new Date(last_seen_at).toISOString(),
      created_at: new Date(created_at).toISOString(),
    };
    return Response.json(card);
  },
});
