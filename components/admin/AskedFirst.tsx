import { Button } from "@/components/Button.tsx";

export interface AskedFirstProps {
  /** The question, what follows from it, and the word for doing it. */
  readonly words: readonly [question: string, consequence: string, confirm: string];
  /** What the form then says. */
  readonly name: string;
  readonly value: string;
  readonly action: string;
  readonly keep: string;
}

/** Asks before something is gone, where there are no scripts to ask. */
export function AskedFirst({ words: [question, consequence, confirm], ...props }: AskedFirstProps) {
  const { name, value, action, keep } = props;
  return (
    <form method="post" action={action} class="my-3 p-4 rounded-lg ring-danger">
      <input type="hidden" name="sure" value="on" />
      <h2 class="text-15 font-650">{question}</h2>
      <p class="mt-1 text-ink-2">{consequence}</p>
      <p class="flex flex-wrap justify-end gap-2 mt-3">
        <Button href={action}>{keep}</Button>
        <Button type="submit" tone="danger" name={name} value={value}>{confirm}</Button>
      </p>
    </form>
  );
}
