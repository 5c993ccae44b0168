import { Icon } from "@/components/Icon.tsx";
import type { IconShape } from "@/components/icons.ts";

export interface SegmentsProps {
  /** Id of the text that names the choice. */
  readonly labelledby: string;
  /** Where the form goes without scripts, and what it takes along. */
  readonly action: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly name: string;
  readonly value: string;
  readonly options: readonly Segment[];
  /** With scripts. */
  readonly onChoose: (value: string) => void;
}

export interface Segment {
  readonly value: string;
  readonly label: string;
  readonly icon?: IconShape;
  /** The language of the label, where it is not the page's. */
  readonly lang?: "fa" | "en";
}

/** One of a few, all of them in view. Each is a button that sends the form: one press, with scripts and without. */
export function Segments({ labelledby, action, fields, name, value, options, onChoose }: SegmentsProps) {
  return (
    <form
      method="post"
      action={action}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        onChoose((event.submitter as HTMLButtonElement).value);
      }}
    >
      {Object.entries(fields ?? {}).map(([key, text]) => (
        <input key={key} type="hidden" name={key} value={text} />
      ))}
      <div role="group" aria-labelledby={labelledby} class="segments">
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === value ? "true" : "false"}
          >
            {option.icon && <Icon of={option.icon} size={16} />}
            {option.label}
          </button>
        ))}
      </div>
    </form>
  );
}
