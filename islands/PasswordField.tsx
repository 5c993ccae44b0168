import { useEffect, useRef, useState } from "preact/hooks";
import { Field } from "@/components/Field.tsx";
import { Icon } from "@/components/Icon.tsx";
import { eye, eyeOff } from "@/components/late_icons.ts";
import { StrengthMeter } from "@/components/StrengthMeter.tsx";
import { passwordStrength, type Strength } from "@/lib/ui/strength.ts";

/** The words it says, handed over so that the dictionary stays on the server. */
export interface PasswordWords {
  label: string;
  show: string;
  hide: string;
  /** For a password being chosen: the rule, and a word for each strength. */
  atLeast?: string;
  strengths?: string[];
}

export interface PasswordFieldProps {
  name: string;
  words: PasswordWords;
  /** "new" shows the meter. */
  kind: "new" | "current";
  error?: string | null;
  autoFocus?: boolean;
}

/**
 * A field for a password. Without scripts it is a plain field; with them it can be shown, and a new one is
 * measured while one types.
 */
export default function PasswordField({ name, words, kind, error, autoFocus }: PasswordFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [awake, setAwake] = useState(false);
  const [shown, setShown] = useState(false);
  const [strength, setStrength] = useState<Strength>(0);
  const measure = () => setStrength(passwordStrength(input.current?.value ?? ""));
  useEffect(() => {
    setAwake(true);
    // The browser may have filled it in, or somebody was quicker than the script.
    measure();
  }, []);
  const isNew = kind === "new";
  return (
    <Field
      name={name}
      label={words.label}
      type={shown ? "text" : "password"}
      latin
      required
      autoFocus={autoFocus}
      autoComplete={isNew ? "new-password" : "current-password"}
      error={error}
      inputRef={input}
      onInput={isNew ? measure : undefined}
      hint={isNew && [words.strengths?.[strength], words.atLeast].filter(Boolean).join(" ")}
      below={isNew && <StrengthMeter strength={strength} />}
      trailing={awake && (
        <button
          type="button"
          class="grid place-items-center flex-none size-9 coarse:size-11 me-0.5 rounded-sm text-muted hover:text-ink"
          aria-label={shown ? words.hide : words.show}
          aria-pressed={shown ? "true" : "false"}
          onClick={() => setShown(!shown)}
        >
          <Icon of={shown ? eyeOff : eye} />
        </button>
      )}
    />
  );
}
