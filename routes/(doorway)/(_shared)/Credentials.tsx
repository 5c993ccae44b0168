import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import PasswordField from "@/islands/PasswordField.tsx";
import type { PagesText } from "@/lib/i18n/pages/mod.ts";
import { type Door, passwordWords } from "./door.ts";

export interface EmailAndPasswordProps {
  readonly t: PagesText;
  readonly door: Pick<Door, "typed" | "faults">;
  /** Whether they are claimed or chosen: decides what the browser fills in, and shows how strong a new one is. */
  readonly kind: "current" | "new";
  /** The field to begin with. */
  readonly start: string | undefined;
  /** What the address is called here. */
  readonly emailLabel?: string;
}

/** The two fields that every door has. */
export function EmailAndPassword(
  { t, door: { typed, faults }, kind, start, emailLabel = t.fields.email }: EmailAndPasswordProps,
) {
  return (
    <>
      <Field
        name="email"
        autoFocus={start === "email"}
        label={emailLabel}
        type="email"
        autoComplete={kind === "current" ? "username" : "email"}
        required
        value={typed.email}
        error={faults.email}
      />
      <PasswordField
        name="password"
        autoFocus={start === "password"}
        kind={kind}
        words={passwordWords(t, kind, t.fields.password)}
        error={faults.password}
      />
    </>
  );
}

/** What ends each form of the doorway. */
export function Submit({ children }: { children: string }) {
  return <Button type="submit" tone="primary" size="lg" block>{children}</Button>;
}
