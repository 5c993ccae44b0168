import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { membersText } from "@/lib/i18n/members/mod.ts";
import type { RoomView } from "./view.ts";

/** A room in which nobody has said anything yet. */
export function EmptyLog({ view }: { view: RoomView }) {
  const { room, locale } = view.t;
  const words = membersText(locale).square;
  return (
    <EmptyState
      title={words.title}
      text={words.text}
      actions={
        <Button tone="primary" class="needs-scripts" onClick={view.write}>
          {room.emptyAction}
        </Button>
      }
    />
  );
}
