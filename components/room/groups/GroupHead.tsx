import { Avatar } from "@/components/Avatar.tsx";
import { Button } from "@/components/Button.tsx";
import { pencil } from "@/components/icons.ts";
import { faceOf } from "../faces.ts";
import { nameOf } from "../naming.ts";
import type { PartProps } from "./parts.ts";
import { rightsIn } from "./rights.ts";

/** What a group is called, looks like and is about. */
export function GroupHead({ view, words }: PartProps) {
  const { room, t } = view;
  const conversation = room.conversation.value;
  const name = nameOf(t, conversation, room.me.id);
  return (
    <div class="group-head grid justify-items-center gap-1 px-4 pt-6 pb-4 text-center">
      <Avatar {...faceOf(conversation, room.me.id)} name={name} size={72} />
      <h3 class="mt-2 max-w-full line-clamp-3 text-17 font-650 break-anywhere" dir="auto">{name}</h3>
      {conversation.topic && (
        <p class="max-w-full text-13 text-ink-2 break-anywhere whitespace-pre-line" dir="auto">
          {conversation.topic}
        </p>
      )}
      {rightsIn(conversation, room.me).run && (
        <Button
          size="sm"
          icon={pencil}
          class="mt-2"
          aria-haspopup="dialog"
          onClick={() => void (view.overlay.value = { kind: "describe" })}
        >
          {words.about.edit}
        </Button>
      )}
    </div>
  );
}
