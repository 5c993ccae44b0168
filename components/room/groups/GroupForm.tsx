import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { groupsText } from "@/lib/i18n/groups/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { Chips } from "./Chips.tsx";
import { Foot, Refused } from "./Foot.tsx";
import { PictureField } from "./PictureField.tsx";

/** What one writes may be this long: the server counts letters as people do, and says so where it is too much. */
const NAME_MAX = 160;
const TOPIC_MAX = 500;

/** How a group is to look. */
export interface GroupLook {
  readonly name: string;
  readonly topic: string;
  /** Another picture, none any more (null), or as it is. */
  readonly picture: File | null | undefined;
}

export interface GroupFormProps {
  readonly locale: Locale;
  readonly look: Signal<GroupLook>;
  /** Of a group that there is: the id gives those without a picture their colour. */
  readonly known?: { readonly id: number; readonly picture: string | null };
  /** Of a new one: who is in it beside oneself. */
  readonly members?: { readonly chosen: readonly User[]; readonly onTakeOut: (user: User) => void };
  readonly busy: boolean;
  readonly refused: string;
  /** Words of the button. */
  readonly submit: string;
  readonly onSubmit: () => void;
}

/** What a group is called and looks like; of one that there is its topic, of a new one its people. */
export function GroupForm(props: GroupFormProps) {
  const { locale, look, known, members, busy, refused, submit, onSubmit } = props;
  const { group: words, choose } = groupsText(locale);
  const form = useId();
  const missing = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const change = (changes: Partial<GroupLook>) => void (look.value = { ...look.value, ...changes });
  const valueOf = ({ target }: Event) => (target as HTMLInputElement).value;

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  return (
    <>
      <form
        id={form}
        noValidate
        class="flex-1 min-h-0 overflow-y-auto grid content-start gap-5 px-4 py-4"
        onSubmit={(event: Event) => {
          event.preventDefault();
          missing.value = look.peek().name.trim() === "";
          if (missing.peek()) field.current?.focus();
          else if (!busy) onSubmit();
        }}
      >
        <PictureField
          id={known?.id ?? 0}
          name={look.value.name}
          picture={known?.picture ?? null}
          chosen={look.value.picture}
          words={words}
          locale={locale}
          onChange={(picture) => change({ picture })}
        />
        <Field
          name="group-name"
          label={words.name}
          hint={words.nameHint}
          value={look.value.name}
          error={missing.value ? words.nameMissing : null}
          required
          autoComplete="off"
          maxLength={NAME_MAX}
          inputRef={field}
          onInput={(event) => {
            missing.value = false;
            change({ name: valueOf(event) });
          }}
        />
        {known && (
          <div class="grid gap-1.5">
            <label for="group-topic" class="text-13 font-550">{words.topic}</label>
            <textarea
              id="group-topic"
              class="words bg-surface-1"
              dir="auto"
              rows={3}
              maxLength={TOPIC_MAX}
              aria-describedby="group-topic-note"
              value={look.value.topic}
              onInput={(event: Event) => change({ topic: valueOf(event) })}
            />
            <p id="group-topic-note" class="text-12 text-muted">{words.topicHint}</p>
          </div>
        )}
        {members && (
          <section class="grid gap-2" aria-label={words.members}>
            <p class="text-13 font-550">
              {members.chosen.length === 0 ? words.members : choose.count(members.chosen.length)}
            </p>
            <Chips
              label={words.members}
              people={members.chosen}
              act={choose.takeOut}
              onTakeOut={members.onTakeOut}
            />
            <p class="text-12 text-muted">
              {members.chosen.length === 0 ? words.onlyYou : words.ownerHint}
            </p>
          </section>
        )}
      </form>
      <Foot>
        {refused !== "" && <Refused text={refused} />}
        <Button type="submit" form={form} tone="primary" aria-disabled={busy ? "true" : undefined}>
          {submit}
        </Button>
      </Foot>
    </>
  );
}
