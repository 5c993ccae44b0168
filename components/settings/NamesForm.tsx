import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Field } from "@/components/Field.tsx";
import type { Me } from "@/lib/protocol/accounts.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { ask, type Refused } from "./ask.ts";
import { useAwake } from "./hooks.ts";
import { Save } from "./Save.tsx";
import { useUsername } from "./username.ts";
import type { Faults, LiveWords, ProfileWords } from "./words.ts";

/** What people are called by. */
export type Names = Pick<User, "first_name" | "last_name" | "username">;

export interface NamesFormProps {
  readonly me: User;
  readonly words: ProfileWords;
  readonly live: LiveWords;
  /** What was typed into a form that was refused. */
  readonly typed: Partial<Names>;
  readonly faults: Faults;
  /** While one types. */
  readonly onType: (names: Names) => void;
  readonly onSaved: (me: Me) => void;
  /** What could not be done and belongs to no field. */
  readonly onFault: (text: string) => void;
}

const FIELDS = ["first_name", "last_name", "username"] as const;

/** First name, last name, username; only what was changed is sent, so that two tabs do not undo each other. */
export function NamesForm(props: NamesFormProps) {
  const { me, words, live, onType, onSaved, onFault } = props;
  const form = useRef<HTMLFormElement>(null);
  const awake = useAwake();
  const typed = useSignal<Names>({ ...namesOf(me), ...props.typed });
  const faults = useSignal(props.faults);
  const saving = useSignal(false);
  const changes = FIELDS.filter((field) => typed.value[field] !== me[field]);
  const free = useUsername(typed.value.username, me.username, words, live);

  function onInput(): void {
    const data = new FormData(form.current!);
    const read = (field: keyof Names) => String(data.get(field) ?? "");
    typed.value = {
      first_name: read("first_name"),
      last_name: read("last_name"),
      username: read("username"),
    };
    // What was wrong is being mended.
    if (Object.keys(faults.value).length > 0) faults.value = {};
    onType(typed.value);
  }

  async function save(): Promise<void> {
    if (saving.peek()) return;
    saving.value = true;
    const then = typed.peek();
    try {
      const sent = Object.fromEntries(changes.map((field) => [field, then[field]]));
      const saved = await ask<Me>("PATCH", "/api/auth/me", live, sent);
      faults.value = {};
      // Whatever was typed while it was on its way stays.
      typed.value = { ...namesOf(saved), ...changedSince(then, typed.peek()) };
      onSaved(saved);
    } catch (error) {
      const { message, field } = error as Refused;
      if (field && FIELDS.some((one) => one === field)) {
        faults.value = { [field]: message };
        form.current?.querySelector<HTMLInputElement>(`#${field}`)?.focus();
      } else onFault(message);
    } finally {
      saving.value = false;
    }
  }

  return (
    <form
      ref={form}
      method="post"
      action="/settings/profile"
      class="grid gap-4 py-4"
      onInput={onInput}
      onSubmit={(event: Event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input type="hidden" name="part" value="names" />
      <div class="grid sm:grid-cols-2 gap-4">
        <Field
          name="first_name"
          label={words.firstName}
          value={typed.value.first_name}
          error={faults.value.first_name}
          autoComplete="given-name"
          maxLength={200}
        />
        <Field
          name="last_name"
          label={words.lastName}
          value={typed.value.last_name}
          error={faults.value.last_name}
          autoComplete="family-name"
          maxLength={200}
        />
      </div>
      <Field
        name="username"
        label={words.username}
        value={typed.value.username}
        error={faults.value.username ?? free.fault}
        hint={<span aria-live="polite">{free.hint ?? words.usernameHint}</span>}
        autoComplete="username"
        required
        maxLength={64}
      />
      <Save live={live} saving={saving.value} unsaved={awake && changes.length > 0} />
    </form>
  );
}

function namesOf({ first_name, last_name, username }: User): Names {
  return { first_name, last_name, username };
}

function changedSince(then: Names, now: Names): Partial<Names> {
  return Object.fromEntries(
    FIELDS.filter((field) => now[field] !== then[field]).map((field) => [field, now[field]]),
  );
}
