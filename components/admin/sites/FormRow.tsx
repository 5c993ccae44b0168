import type { ComponentChildren } from "preact";
import { Icon } from "@/components/Icon.tsx";
import { circleAlert } from "@/components/icons.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { SiteForm } from "./draft.ts";

export interface FormRowProps {
  /** Path of what is set. The label has the id `{path}-label`, the sentence below `{path}-note`. */
  readonly path: string;
  readonly label: string;
  /** The label is that of one field, which has the path as its id. */
  readonly single?: boolean;
  readonly hint?: string;
  readonly fault?: string;
  readonly children: ComponentChildren;
}

/** One thing that can be set: its name, what sets it, and a sentence that says more or what is wrong. */
export function FormRow({ path, label, single, hint, fault, children }: FormRowProps) {
  const name = cx("md:pt-2 text-13 font-550");
  return (
    <div class="grid md:grid-cols-[var(--label,154px)_minmax(0,1fr)] gap-x-4 gap-y-1.5 py-2.5 border-b border-line">
      {single
        ? <label id={`${path}-label`} for={path} class={name}>{label}</label>
        : <p id={`${path}-label`} class={name}>{label}</p>}
      <div class="min-w-0">
        {children}
        {fault
          ? <Fault id={`${path}-note`} text={fault} />
          : hint && <p id={`${path}-note`} class="mt-1 text-12 text-muted">{hint}</p>}
      </div>
    </div>
  );
}

/** What is wrong with a field, in words. */
export function Fault({ id, text }: { readonly id?: string; readonly text: string }) {
  return (
    <p id={id} role="alert" class="flex items-start gap-1.5 mt-1 text-12 text-danger">
      <Icon of={circleAlert} size={14} class="mt-[calc((1lh_-_14px)/2)]" />
      <span>{text}</span>
    </p>
  );
}

export const INPUT = cx(
  "w-full min-h-9 coarse:min-h-11 px-3 rounded bg-surface-1 ring-field focus:ring-accent outline-none text-14 max-md:text-[16px]",
);
export const WRONG = cx("ring-danger");

export interface TextRowProps {
  readonly form: SiteForm;
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly max: number;
  readonly required?: boolean;
  /** Several lines. */
  readonly long?: boolean;
}

/** A text that people write, in its own direction. */
export function TextRow({ form, path, label, value, hint, max, required, long }: TextRowProps) {
  const fault = form.faults[path];
  const shared = {
    id: path,
    name: path,
    value,
    dir: "auto",
    maxLength: max,
    required,
    "aria-invalid": fault ? "true" : undefined,
    "aria-describedby": fault || hint ? `${path}-note` : undefined,
    onInput: (event: Event) => form.put(path, (event.target as HTMLInputElement).value),
  } as const;
  return (
    <FormRow path={path} label={label} hint={hint} fault={fault} single>
      {long
        ? <textarea {...shared} rows={3} class={cx(INPUT, "py-2 rtl:text-right", fault && WRONG)} />
        : <input {...shared} class={cx(INPUT, "rtl:text-right", fault && WRONG)} />}
    </FormRow>
  );
}

export interface SwitchRowProps {
  readonly form: SiteForm;
  readonly path: string;
  readonly label: string;
  readonly checked: boolean;
  /** Beside the switch: what being on means. */
  readonly text: string;
  /** In place of putting it at the path. */
  readonly onChange?: (checked: boolean) => void;
}

/** On or off, saved with the rest of the form. */
export function SwitchRow({ form, path, label, checked, text, onChange }: SwitchRowProps) {
  return (
    <FormRow path={path} label={label} fault={form.faults[path]}>
      <label class="flex items-center gap-3 w-fit min-h-9 coarse:min-h-11">
        <input
          type="checkbox"
          role="switch"
          id={path}
          name={path}
          checked={checked}
          aria-labelledby={`${path}-label`}
          aria-describedby={`${path}-text`}
          class="sr-only"
          onChange={(event: Event) => {
            const { checked } = event.target as HTMLInputElement;
            onChange ? onChange(checked) : form.put(path, checked);
          }}
        />
        <span class="switch" />
        <span id={`${path}-text`} class="text-13 text-muted">{text}</span>
      </label>
    </FormRow>
  );
}

export interface ChoiceRowProps {
  readonly form: SiteForm;
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Each language is called by its own name. */
const LANGUAGES: readonly string[] = ["fa", "en"];

/** One of a few, side by side. */
export function ChoiceRow({ form, path, label, value, options }: ChoiceRowProps) {
  return (
    <FormRow path={path} label={label}>
      <div role="radiogroup" aria-labelledby={`${path}-label`} class="segments">
        {options.map((option) => (
          <label key={option.value} lang={LANGUAGES.includes(option.value) ? option.value : undefined}>
            <input
              type="radio"
              name={path}
              value={option.value}
              checked={option.value === value}
              class="sr-only"
              onChange={() =>
                form.put(path, option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </FormRow>
  );
}
