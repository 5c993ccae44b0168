import { useSignal } from "@preact/signals";
import { Button } from "@/components/Button.tsx";
import { Confirm } from "@/components/Dialog.tsx";
import { ask } from "@/components/settings/ask.ts";
import { useNotices, useSignedIn } from "@/components/settings/hooks.ts";
import { Said } from "@/components/settings/Said.tsx";
import { SessionRow } from "@/components/settings/SessionRow.tsx";
import type { SessionLine } from "@/components/settings/SessionRow.tsx";
import type { LiveWords } from "@/components/settings/words.ts";

export interface SessionsProps {
  /** This one first. */
  readonly sessions: readonly SessionLine[];
  readonly words: {
    readonly current: string;
    readonly revoke: string;
    readonly others: string;
    readonly othersHint: string;
    readonly othersTitle: string;
    readonly othersText: string;
    readonly gone: string;
    readonly goneAll: string;
    readonly only: string;
  };
  readonly live: LiveWords;
}

/** Where one is signed in: one of them signed out, or all but this one. */
export default function Sessions({ words, live, ...props }: SessionsProps) {
  const notices = useNotices();
  const sessions = useSignal(props.sessions);
  /** Being ended: pressing again does nothing. */
  const ending = useSignal<number | "others" | null>(null);
  const asking = useSignal(false);
  useSignedIn();
  const others = sessions.value.filter(({ is_current }) => !is_current);

  async function end(which: number | "others"): Promise<void> {
    if (ending.peek() !== null) return;
    ending.value = which;
    asking.value = false;
    try {
      await ask("DELETE", `/api/auth/sessions${which === "others" ? "" : `/${which}`}`, live);
      sessions.value = sessions.peek().filter(({ id, is_current }) =>
        is_current || which !== "others" && id !== which
      );
      notices.say(which === "others" ? words.goneAll : words.gone, "plain");
    } catch (error) {
      notices.say((error as Error).message, "bad");
    } finally {
      ending.value = null;
    }
  }

  return (
    <>
      <ul>
        {sessions.value.map((session) => (
          <li key={session.id}>
            <SessionRow
              session={session}
              current={words.current}
              revoke={words.revoke}
              busy={ending.value === session.id}
              onRevoke={() => void end(session.id)}
            />
          </li>
        ))}
      </ul>
      {others.length === 0 ? <p class="pt-4 text-13 text-muted">{words.only}</p> : (
        <form
          method="post"
          action="/settings/sessions"
          class="grid gap-2 justify-items-start pt-5"
          onSubmit={(event: Event) => {
            event.preventDefault();
            asking.value = true;
          }}
        >
          <Button type="submit" name="revoke" value="others" tone="danger-quiet" class="ring-line">
            {words.others}
          </Button>
          <p class="text-12 text-muted">{words.othersHint}</p>
        </form>
      )}
      <Confirm
        open={asking.value}
        title={words.othersTitle}
        text={words.othersText}
        confirmLabel={words.others}
        keepLabel={live.cancel}
        onConfirm={() => void end("others")}
        onClose={() => void (asking.value = false)}
      />
      <Said notices={notices} dismiss={live.dismiss} />
    </>
  );
}
