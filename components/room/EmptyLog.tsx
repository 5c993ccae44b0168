import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/States.tsx";
import type { RoomView } from "./view.ts";

/** A room in which nobody has said anything yet. */
export function EmptyLog({ view }: { view: RoomView }) {
  const { room } = view.t;
  return (
    <EmptyState
      title={room.emptyTitle}
      text={room.emptyText}
      actions={
        <Button tone="primary" class="needs-scripts" onClick={view.write}>
          {room.emptyAction}
        </Button>
      }
    />
  );
}
