import type { ComponentChildren, Ref } from "preact";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import { chevronDown, circleAlert } from "./icons.ts";

export interface FieldProps {
  name: string;
  label: string;
  type?: "text" | "email" | "password" | "search" | "url";
  /** What stands in it at first. */
  value?: string;
  /** A quiet sentence below. */
  hint?: ComponentChildren;
  /** What is wrong, as a sentence; takes the hint's place. */
  error?: string | null;
  /** At the end of the label: a link such as "I forgot it". */
  aside?: ComponentChildren;
  /** Within the frame, behind the text: a button. */
  trailing?: ComponentChildren;
  /** Between frame and hint: a strength meter. */
  below?: ComponentChildren;
  /** Left to right whatever the page: for codes and addresses. Implied by e-mail, password and address. */
  latin?: boolean;
  required?: boolean;
  autoFocus?: boolean;
  /** Token of the HTML standard, such as "new-password". */
  autoComplete?: string;
  maxLength?: number;
  inputRef?: Ref<HTMLInputElement>;
  onInput?: (event: Event) => void;
}

/** Codes and addresses run left to right in every language; what a person writes finds its own way. */
const LATIN_TYPES = new Set<string>(["email", "password", "url"]);

/** A labelled field: label above, sentence below, both tied to it for screen readers. */
export function Field(props: FieldProps) {
  const { name, label, type = "text", value, hint, error, aside, trailing, below } = props;
  const note = error || hint ? `${name}-note` : undefined;
  const latin = props.latin || LATIN_TYPES.has(type);
  return (
    <div class="grid gap-1.5 content-start">
      <span class="flex items-baseline gap-3 text-13">
        <label for={name} class="flex-1 font-550">{label}</label>
        {aside}
      </span>
      <span class={cx(FRAME, error ? "ring-danger" : "ring-field")}>
        <input
          id={name}
          name={name}
          // Preact types each kind of input apart; all of ours share what is set here.
          type={type as "text"}
          dir={latin ? "ltr" : "auto"}
          placeholder=" "
          value={value}
          required={props.required}
          autoFocus={props.autoFocus}
          autoComplete={props.autoComplete}
          autoCapitalize={latin ? "none" : undefined}
          spellcheck={latin ? false : undefined}
          maxLength={props.maxLength}
          ref={props.inputRef}
          onInput={props.onInput}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={note}
          class="flex-1 self-stretch min-w-0 ps-3 pe-3 rtl:text-right outline-none bg-transparent"
        />
        {trailing}
      </span>
      {below}
      <Note id={note} hint={hint} error={error} />
    </div>
  );
}

export interface SelectProps {
  name: string;
  label: string;
  value?: string;
  options: readonly { value: string; label: string }[];
  hint?: ComponentChildren;
  error?: string | null;
}

/** A labelled choice of a few: the browser's own list, our frame. */
export function Select({ name, label, options, value, hint, error }: SelectProps) {
  const note = error || hint ? `${name}-note` : undefined;
  return (
    <div class="grid gap-1.5 content-start">
      <label for={name} class="text-13 font-550">{label}</label>
      <span class={cx(FRAME, "relative", error ? "ring-danger" : "ring-field")}>
        <select
          id={name}
          name={name}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={note}
          class="flex-1 self-stretch min-w-0 ps-3 pe-9 appearance-none outline-none bg-transparent"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon of={chevronDown} size={16} class="absolute end-3 text-muted pointer-events-none" />
      </span>
      <Note id={note} hint={hint} error={error} />
    </div>
  );
}

const FRAME = cx(
  "flex items-center w-full min-h-[42px] max-md:min-h-12 coarse:min-h-12 rounded bg-surface-1 text-14 max-md:text-[16px]",
  "focus-within:ring-accent transition",
);

function Note({ id, hint, error }: { id?: string; hint?: ComponentChildren; error?: string | null }) {
  if (error) {
    return (
      <p id={id} class="flex items-start gap-1.5 text-12 text-danger">
        <Icon of={circleAlert} size={14} class="mt-[calc((1lh_-_14px)/2)]" />
        <span dir="auto">{error}</span>
      </p>
    );
  }
  return hint ? <p id={id} class="text-12 text-muted">{hint}</p> : null;
}
