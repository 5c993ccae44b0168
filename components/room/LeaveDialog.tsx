import { Button } from "@/components/Button.tsx";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { ask } from "@/lib/realtime/client/ask.ts";
import type { Entry } from "@/lib/realtime/client/entry.ts";
import { ModalFrame } from "./ModalFrame.tsx";
import { nameOf } from "./naming.ts";
import type { Shell } from "./shell.ts";

export interface LeaveDialogProps {
  readonly shell: Shell;
  readonly entry: Entry;
  readonly onClose: () => void;
}

/** Asks before one is out of a group; the focus is on the safe button. */
export function LeaveDialog({ shell: { session, t, notices }, entry, onClose }: LeaveDialogProps) {
  const words = membersText(t.locale).list;
  const leave = () =>
    void ask("DELETE", `/api/rooms/${entry.id}/members/${session.me.id}`)
      .catch((error) => notices.say(error.message || t.connection.notNow, "bad"));
  return (
    <ModalFrame
      title={words.leaveTitle(nameOf(t, entry, session.me.id))}
      onClose={onClose}
      actions={(close) => (
        <>
          <Button autoFocus onClick={close}>{words.stay}</Button>
          <Button
            tone="danger"
            onClick={() => {
              close();
              leave();
            }}
          >
            {words.leave}
          </Button>
        </>
      )}
    >
      {() => <p>{words.leaveText}</p>}
    </ModalFrame>
  );
}
