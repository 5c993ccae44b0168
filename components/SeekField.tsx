import type { RefObject } from "preact";
import { cx } from "@/lib/ui/cx.ts";
import { IconButton } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { search } from "./chat_icons.ts";
import { x } from "./icons.ts";

export interface SeekFieldProps {
  readonly value: string;
  /** Names the field, and stands in it while it is empty. */
  readonly label: string;
  readonly field?: RefObject<HTMLInputElement | null>;
  /** Id of the list that it searches. */
  readonly list?: string;
  /** With it a button empties the field. */
  readonly clear_label?: string;
  readonly class?: string;
  readonly onInput: (text: string) => void;
  /** Keys that compose a letter do not come here. */
  readonly onKey: (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => void;
  readonly onClear?: () => void;
}

/** Where one looks for something in a list. What keys do is its owner's matter. */
export function SeekField(props: SeekFieldProps) {
  const { value, label, field, list, clear_label, onInput, onKey, onClear } = props;
  return (
    <div class={cx("seek", props.class)}>
      <Icon of={search} size={16} class="text-muted" />
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
        onKeyDown={(event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
          if (!event.isComposing) onKey(event);
        }}
      />
      {clear_label && value !== "" && <IconButton size="sm" icon={x} label={clear_label} onClick={onClear} />}
    </div>
  );
}
