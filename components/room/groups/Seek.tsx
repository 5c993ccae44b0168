import type { RefObject } from "preact";
import { IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { search as glass, x } from "@/components/icons.ts";
import { ROW } from "./list_keys.ts";

export interface SeekProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly label: string;
  readonly clear_label: string;
  /** Id of the list that it searches. */
  readonly list: string;
  readonly onInput: (text: string) => void;
  /** Enter, before one has gone to a row. */
  readonly onEnter?: () => void;
  /** Backspace where nothing is written. */
  readonly onBack?: () => void;
}

/** Where one looks for somebody. Down goes to who was found, Escape gives up what was written. */
export function Seek({ field, value, label, clear_label, list, onInput, onEnter, onBack }: SeekProps) {
  const clear = () => {
    onInput("");
    field.current?.focus();
  };
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Escape" && value !== "") clear();
    else if (event.key === "ArrowDown") document.querySelector<HTMLElement>(`#${list} [${ROW}]`)?.focus();
    else if (event.key === "Enter") onEnter?.();
    else if (event.key === "Backspace" && value === "" && onBack) onBack();
    else return;
    event.preventDefault();
  }
  return (
    <div class="seek">
      <Icon of={glass} size={16} class="text-muted" />
      <input
        ref={field}
        type="text"
        role="searchbox"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
        enterkeyhint="search"
        aria-label={label}
        aria-controls={list}
        placeholder={label}
        value={value}
        onInput={(event: Event) => onInput((event.currentTarget as HTMLInputElement).value)}
        onKeyDown={onKey}
      />
      {value !== "" && <IconButton size="sm" icon={x} label={clear_label} onClick={clear} />}
    </div>
  );
}
