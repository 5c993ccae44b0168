import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useContext, useRef } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { Icon } from "@/components/Icon.tsx";
import { circleAlert } from "@/components/icons.ts";
import { moon } from "@/components/late_icons.ts";
import { lengthOf, TEXT_MAX } from "@/components/room/TextCount.tsx";
import { cx } from "@/lib/ui/cx.ts";
import { Refused } from "@/lib/widget/client/pass.ts";
import { WidgetContext } from "./context.ts";
import type { Widget } from "./context.ts";
import { Hours } from "./Hours.tsx";
import { whenBack } from "./when.ts";

type Errors = Partial<Record<"name" | "email" | "content" | "form", string>>;

/** An address as far as one can tell without writing to it; the server knows better. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/** What a site asks before the first message; where many talk, before one joins them. */
export function PrechatForm({ onDone }: { onDone: () => void }) {
  const widget = useContext(WidgetContext);
  const { frame, t } = widget;
  const { prechat, mode } = frame.config.value;
  const is_question = mode === "support";
  const wants = { name: prechat.name, email: prechat.email, content: is_question };
  return (
    <Form
      {...{ wants, onDone }}
      head={
        <div class="grid gap-1">
          <h2 class="text-15 font-650">{t.form.title}</h2>
          {prechat.text && <p class="text-ink-2" dir="auto">{prechat.text}</p>}
        </div>
      }
      label={is_question ? t.form.question : ""}
      action={is_question ? t.form.start : t.form.join}
      note={t.form.note}
    />
  );
}

/** Nobody is there: a message and where to answer to. */
export function OfflineForm({ onDone }: { onDone: (email: string) => void }) {
  const widget = useContext(WidgetContext);
  const { frame, t, dates, now } = widget;
  const { offline, opens_at, hours } = frame.config.value;
  const back = opens_at && t.closed.opens(whenBack(t, dates, opens_at, now));
  return (
    <Form
      wants={{ name: "hidden", email: "required", content: true }}
      onDone={onDone}
      head={
        <>
          <div class="flex items-start gap-3">
            <Icon of={moon} size={20} class="mt-px" />
            <div>
              <h2 class="text-15 font-650">{t.closed.title}</h2>
              <p class="text-ink-2" dir={offline.text ? "auto" : undefined}>
                {offline.text || t.closed.text}
              </p>
              {back && <p class="text-ink-2">{back}</p>}
            </div>
          </div>
          {hours && <Hours hours={hours} />}
        </>
      }
      label={t.form.message}
      action={t.form.leave}
    />
  );
}

type Wish = "hidden" | "optional" | "required";

interface FormProps {
  readonly wants: { readonly name: Wish; readonly email: Wish; readonly content: boolean };
  readonly head: ComponentChildren;
  /** Of the field for what one has to say. */
  readonly label: string;
  readonly action: string;
  readonly note?: string;
  readonly onDone: (email: string) => void;
}

function Form({ wants, head, label, action, note, onDone }: FormProps) {
  const widget = useContext(WidgetContext);
  const { frame, t } = widget;
  const form = useRef<HTMLFormElement>(null);
  const errors = useSignal<Errors>({});
  const busy = useSignal(false);
  const labelOf = (name: string, wish: Wish) => wish === "optional" ? `${name} (${t.form.optional})` : name;

  async function submit(): Promise<void> {
    if (busy.peek()) return;
    const given = new FormData(form.current!);
    const read = (name: string) => String(given.get(name) ?? "").trim();
    const name = read("name"), email = read("email"), content = read("content");
    errors.value = check(widget, wants, { name, email, content });
    const [wrong] = Object.keys(errors.peek());
    if (wrong) return form.current!.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
    busy.value = true;
    try {
      await frame.introduce({ ...name && { name }, ...email && { email } });
      if (!wants.content || await frame.askFirst(content, [])) onDone(email);
    } catch (error) {
      tell(error, widget, errors);
    } finally {
      busy.value = false;
    }
  }

  const { name, email, content, form: failed } = errors.value;
  return (
    <form
      ref={form}
      class="widget-form"
      noValidate
      onSubmit={(event: Event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {head}
      {wants.name !== "hidden" && (
        <Field
          name="name"
          label={labelOf(t.form.name, wants.name)}
          error={name}
          required={wants.name === "required"}
          autoComplete="name"
          maxLength={80}
        />
      )}
      {wants.email !== "hidden" && (
        <Field
          name="email"
          type="email"
          label={labelOf(t.form.email, wants.email)}
          error={email}
          required={wants.email === "required"}
          autoComplete="email"
          maxLength={254}
        />
      )}
      {wants.content && <Area label={label} error={content} />}
      {failed && <Wrong id="form-note" text={failed} />}
      <Button type="submit" tone="primary" size="lg" block aria-disabled={busy.value ? "true" : undefined}>
        {busy.value ? t.form.sending : action}
      </Button>
      {note && <p class="text-12 text-muted text-center">{note}</p>}
    </form>
  );
}

/** What is missing or not whole, as sentences beside the fields. */
function check(
  { t: { form: words } }: Widget,
  wants: FormProps["wants"],
  { name, email, content }: { name: string; email: string; content: string },
): Errors {
  const over = lengthOf(content) - TEXT_MAX;
  const wrong = {
    name: wants.name === "required" && name === "" && words.nameMissing,
    email: email === ""
      ? wants.email === "required" && words.emailMissing
      : !ADDRESS.test(email) && words.emailIncomplete,
    content: wants.content && (content === "" ? words.messageMissing : over > 0 && words.tooLong(over)),
  };
  return Object.fromEntries(Object.entries(wrong).filter(([, text]) => text)) as Errors;
}

function tell(error: unknown, { t }: Widget, errors: Signal<Errors>): void {
  const { code = null, message = "" } = error instanceof Refused ? error : {};
  if (code === "email_invalid") errors.value = { email: message };
  else if (code === "name_taken") errors.value = { name: message };
  else errors.value = { form: message || t.form.failed };
}

/** A labelled field of several lines. */
function Area({ label, error }: { label: string; error?: string }) {
  return (
    <div class="grid gap-1.5">
      <label for="content" class="text-13 font-550">{label}</label>
      <textarea
        id="content"
        name="content"
        rows={3}
        dir="auto"
        required
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? "content-note" : undefined}
        class={cx(
          "prose w-full min-h-[84px] px-3 py-2 rounded bg-surface-1 text-14 max-md:text-[16px] outline-none resize-y focus:ring-accent transition",
          error ? "ring-danger" : "ring-field",
        )}
      />
      {error && <Wrong id="content-note" text={error} />}
    </div>
  );
}

function Wrong({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} class="flex items-start gap-1.5 text-12 text-danger" role="alert">
      <Icon of={circleAlert} size={14} class="mt-[calc((1lh_-_14px)/2)]" />
      <span>{text}</span>
    </p>
  );
}
