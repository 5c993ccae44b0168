import { z } from "zod";
import { Id } from "@/lib/protocol/entities.ts";
import { readId, readQuery } from "@/lib/web/body.ts";
import { loadRoom } from "@/lib/web/chat_page.ts";
import { define } from "@/lib/web/state.ts";

const Query = z.object({ m: z.coerce.number().pipe(Id).optional() });

/** What a page of the chat needs to show a conversation without another page: our own client alone asks for it. */
export const handler = define.handlers({
  async GET(ctx) {
    const { m } = readQuery(ctx.url, Query);
    const opening = await loadRoom(ctx, { conversation_id: readId(ctx.params.id), m });
    return Response.json(opening, { headers: { "cache-control": "no-store" } });
  },
});
