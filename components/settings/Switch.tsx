export interface SwitchProps {
  /** Id of the row that names it; its note is read with it. */
  readonly row: string;
  readonly name: string;
  readonly checked: boolean;
  /** Where the form goes without scripts. */
  readonly action: string;
  readonly disabled?: boolean;
  /** With scripts. */
  readonly onChange: (checked: boolean) => void;
}

/** On or off, in force at once. It is the button of a form, so that it works without scripts. */
export function Switch({ row, name, checked, action, disabled, onChange }: SwitchProps) {
  return (
    <form
      method="post"
      action={action}
      onSubmit={(event: Event) => {
        event.preventDefault();
        if (!disabled) onChange(!checked);
      }}
    >
      <button
        type="submit"
        role="switch"
        name={name}
        value={checked ? "off" : "on"}
        aria-checked={checked ? "true" : "false"}
        aria-labelledby={row}
        aria-describedby={`${row}-note`}
        aria-disabled={disabled ? "true" : undefined}
        class="grid place-items-center min-h-9 coarse:size-11 coarse:-me-[5px] rounded-full aria-disabled:opacity-45"
      >
        <span class="switch" />
      </button>
    </form>
  );
}
