import { z } from "zod";
import { readQuery } from "@/lib/web/body.ts";
import { addressOf } from "@/lib/web/conversations.ts";
import { peoplePage, PeopleQuery } from "@/lib/web/people.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { PresentUser } from "@/lib/protocol/answers.ts";

/** People of the workspace by name, with presence; a `Link` leads on (RFC 8288). */
export const handler = define.handlers({
  async GET(ctx) {
    const actor = requireActor(ctx);
    const { people, next } = await peoplePage(ctx.state.app, actor, readQuery(ctx.url, PeopleQuery));
    const headers = new Headers();
    if (next !== null) headers.set("link", `<${addressOf(ctx, { after: next })}>; rel="next"`);
    return Response.json(people, { headers });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Lists the people of one’s workspace by name, with presence",
    query: PeopleQuery,
    answers: {
      200: {
        says: "A page of them.",
        body: z.array(PresentUser),
        headers: { Link: 'The address of the next page, `rel="next"` (RFC 8288); left out on the last one.' },
      },
    },
  },
});
