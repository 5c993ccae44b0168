import { type Signal, useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Label } from "../components/Label.tsx";

export default function Counter(props: { count: Signal<number>; step: bigint; since: Date }) {
  const id = useId();
  const clicks = useSignal(0);
  return (
    <div class="counter">
      <Label id={id} text="Count" />
      <button
        id={id}
        type="button"
        onClick={() => {
          props.count.value += Number(props.step);
          clicks.value++;
        }}
      >
        {props.count}
      </button>
      <span class="clicks" data-since={props.since.getFullYear()}>clicks: {clicks}</span>
      <Display count={props.count} />
    </div>
  );
}

export function Display(props: { count: Signal<number>; names?: Map<string, Set<unknown>> }) {
  return <span class="display" data-size={props.names?.get("a")?.size}>{props.count.value * 10}</span>;
}
