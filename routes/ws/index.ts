import { UPGRADE } from "@/lib/realtime/transport.ts";
import { openerOf } from "@/lib/web/sockets.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Peyk's own clients: all of a person's conversations on one socket. */
  GET(ctx) {
    const { realtime } = ctx.state.app;
    const opener = openerOf(ctx);
    realtime.requireRoom(opener);
    const { socket, response } = ctx.upgrade(UPGRADE);
    void realtime.serve(socket, opener);
    return response;
  },
});
