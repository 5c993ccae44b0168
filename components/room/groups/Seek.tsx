import type { RefObject } from "preact";
import { SeekField } from "@/components/SeekField.tsx";
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
    if (event.key === "Escape" && value !== "") clear();
    else if (event.key === "ArrowDown") document.querySelector<HTMLElement>(`#${list} [${ROW}]`)?.focus();
    else if (event.key === "Enter") onEnter?.();
    else if (event.key === "Backspace" && value === "" && onBack) onBack();
    else return;
    event.preventDefault();
  }
  return (
    <SeekField
      field={field}
      list={list}
      label={label}
      clear_label={clear_label}
      value={value}
      onInput={onInput}
      onClear={clear}
      onKey={onKey}
    />
  );
}
