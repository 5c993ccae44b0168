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
    <section aria-labelledby="danger-title">
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
