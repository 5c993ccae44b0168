import { cx } from "@/lib/ui/cx.ts";

export interface GameCellProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly max: number;
  /** Its label is shown; the rows below are under it. */
  readonly first: boolean;
  readonly onInput: (value: string) => void;
}

/** One field of a row in the list of games. */
export function GameCell({ name, label, value, max, first, onInput }: GameCellProps) {
  return (
    <div class="grid gap-1.5 content-end min-w-0">
      <label for={name} class={cx("text-13 font-550", !first && "sr-only")}>{label}</label>
      <input
        id={name}
        name={name}
        dir="auto"
        placeholder=" "
        value={value}
        maxLength={max}
        autoComplete="off"
        onInput={(event: Event) => onInput((event.target as HTMLInputElement).value)}
        class="w-full min-w-0 min-h-10 coarse:min-h-11 px-3 rounded ring-field focus:ring-accent bg-surface-1 text-14 max-md:text-[16px] outline-none rtl:text-right"
      />
    </div>
  );
}
