import { PersonCard } from "@/lib/protocol/entities.ts";
import { readId } from "@/lib/web/body.ts";
import { personCard } from "@/lib/web/people.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The card of a member of one's workspace. */
  async GET(ctx) {
    return Response.json(await personCard(ctx.state.app, requireActor(ctx), readId(ctx.params.id)));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "One member of one’s workspace",
    answers: { 200: PersonCard },
  },
});
