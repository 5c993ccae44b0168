import type { ComponentChildren } from "preact";

/** Rows to choose one of, among which the arrows move. */
export function ChoiceList({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <ul
      aria-label={label}
      onKeyDown={(event: KeyboardEvent & { currentTarget: HTMLElement }) => {
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        const rows = Array.from(event.currentTarget.querySelectorAll<HTMLElement>("button"));
        const next = rows[rows.indexOf(event.target as HTMLElement) + step];
        if (step === 0 || !next) return;
        event.preventDefault();
        next.focus();
      }}
    >
      {children}
    </ul>
  );
}

export interface ChoiceRowProps {
  readonly icon: ComponentChildren;
  readonly name: string;
  readonly note?: string;
  readonly onSelect: () => void;
}

export function ChoiceRow({ icon, name, note, onSelect }: ChoiceRowProps) {
  return (
    <li>
      <button
        type="button"
        class="flex items-center gap-3 w-full min-w-0 min-h-11 px-2.5 py-1 rounded text-start hover:bg-surface-3"
        onClick={onSelect}
      >
        {icon}
        <span class="clip flex-1 text-14" dir="auto">{name}</span>
        {note && <bdi class="flex-none text-12 text-muted">{note}</bdi>}
      </button>
    </li>
  );
}
