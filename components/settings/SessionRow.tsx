import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { keyRound, monitor } from "@/components/late_icons.ts";
import { Tag } from "@/components/Tag.tsx";
import { smartphone } from "./icons.ts";

/** A session in words; made on the server, which knows the languages. */
export interface SessionLine {
  readonly id: number;
  readonly kind: "desktop" | "phone" | "program";
  readonly device: string;
  /** Address of the network it was begun from. */
  readonly ip: string;
  /** When it was last used; for this one, that it is this one. */
  readonly seen: string;
  /** When it began, for the tooltip. */
  readonly since: string;
  readonly is_current: boolean;
  /** What the button does, for screen readers. */
  readonly label: string;
}

export interface SessionRowProps {
  readonly session: SessionLine;
  readonly current: string;
  readonly revoke: string;
  readonly busy: boolean;
  readonly onRevoke: () => void;
}

const ICONS = { desktop: monitor, phone: smartphone, program: keyRound };

/** One place where one is signed in. */
export function SessionRow({ session, current, revoke, busy, onRevoke }: SessionRowProps) {
  const { id, kind, device, ip, seen, since, is_current, label } = session;
  return (
    <div class="flex items-center gap-3.5 py-3.5 border-b border-line">
      <Icon of={ICONS[kind]} class="text-muted" />
      <div class="flex-1 min-w-0" title={since}>
        <p class="font-600">{device}</p>
        <p class="flex flex-wrap gap-x-2.5 text-13 text-muted">
          <span>{seen}</span> <bdi class="num break-all" dir="ltr">{ip}</bdi>
        </p>
      </div>
      {is_current ? <Tag tone="ok">{current}</Tag> : (
        <form
          method="post"
          action="/settings/sessions"
          onSubmit={(event: Event) => {
            event.preventDefault();
            onRevoke();
          }}
        >
          <Button
            type="submit"
            name="revoke"
            value={id}
            size="sm"
            aria-label={label}
            aria-disabled={busy ? "true" : undefined}
          >
            {revoke}
          </Button>
        </form>
      )}
    </div>
  );
}
