import { Ticks } from "@/components/Ticks.tsx";
import type { Message } from "@/lib/protocol/entities.ts";
import type { RoomView } from "./view.ts";

/** How far one's own message has come. By itself, so that the other one's reading draws no message anew. */
export function Receipt({ view: { room, t }, message }: { view: RoomView; message: Message }) {
  const is_seen = message.is_read || room.receipts.floor.value >= message.seq;
  return <Ticks t={t} progress={is_seen ? "seen" : "sent"} />;
}
