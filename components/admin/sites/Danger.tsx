import { Button } from "@/components/Button.tsx";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";

/** What is done at once, not with the form. */
export type Act = "revoke" | "restore" | "remove";

export interface DangerProps {
  readonly t: AdminText["site"];
  /** Where the forms go without scripts. */
  readonly action: string;
  readonly revoked: boolean;
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
}

/** To cut a site off, to take it back, to be rid of it. */
export function Danger({ t, action, revoked, busy, onAct }: DangerProps) {
  const acts: readonly (readonly [Act, string, string])[] = [
    revoked ? ["restore", t.restore, t.restoreHint] : ["revoke", t.revoke, t.revokeHint],
    ["remove", t.remove, t.removeHint],
  ];
  return (
    <section aria-labelledby="danger-title" class="mt-8">
      <h2 id="danger-title" class="pb-2 border-b border-line text-14 font-650">{t.danger}</h2>
      {acts.map(([act, label, hint]) => (
        <form
          key={act}
          method="post"
          action={action}
          class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 border-b border-line"
          onSubmit={(event: Event) => {
            event.preventDefault();
            if (!busy) onAct(act);
          }}
        >
          <p id={`danger-${act}`} class="flex-1 min-w-[180px] text-13 text-muted">{hint}</p>
          <Button
            type="submit"
            name="act"
            value={act}
            size="sm"
            tone={act === "restore" ? "line" : "danger-quiet"}
            class={act === "restore" ? undefined : "ring-line"}
            aria-describedby={`danger-${act}`}
            aria-disabled={busy ? "true" : undefined}
          >
            {label}
          </Button>
        </form>
      ))}
    </section>
  );
}

export interface AskedProps {
  /** The question, what follows from it, and the word for doing it. */
  readonly words: readonly [question: string, consequence: string, confirm: string];
  readonly act: string;
  readonly action: string;
  readonly keep: string;
}

/** Asks before something is gone, where there are no scripts to ask. */
export function Asked({ words: [question, consequence, confirm], act, action, keep }: AskedProps) {
  return (
    <form method="post" action={action} class="my-3 p-4 rounded-lg ring-danger">
      <input type="hidden" name="sure" value="on" />
      <h2 class="text-15 font-650">{question}</h2>
      <p class="mt-1 text-ink-2">{consequence}</p>
      <p class="flex flex-wrap justify-end gap-2 mt-3">
        <Button href={action}>{keep}</Button>
        <Button type="submit" tone="danger" name="act" value={act}>{confirm}</Button>
      </p>
    </form>
  );
}
