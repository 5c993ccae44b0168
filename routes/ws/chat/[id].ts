import { UPGRADE } from "@/lib/realtime/transport.ts";
import { readId } from "@/lib/web/body.ts";
import { openerOf } from "@/lib/web/sockets.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Existing clients: one conversation a socket, refused before the upgrade to whoever may not read it. */
  async GET(ctx) {
    const { realtime, chat } = ctx.state.app;
    const opener = openerOf(ctx);
    realtime.requireRoom(opener);
    const { conversation } = await chat.access.toRead(opener.actor, readId(ctx.params.id));
    const { socket, response } = ctx.upgrade(UPGRADE);
    void realtime.serveFlat(socket, opener, conversation.conversation_id);
    return response;
  },
});
