import { render } from "preact";
import type { ComponentType, VNode } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { cx } from "@/lib/ui/cx.ts";
import { type Held, hold, typedIn } from "./held.ts";
import { type Later, later, loadLater } from "./load_later.ts";

/** A server draws all at once. */
const served = typeof document === "undefined"
  ? { ...await import("./later.ts"), ...await import("./later_of_members.ts") }
  : null;

/** A browser leaves what the server drew as it is. */
const AS_SERVED = { __html: "" };
const SHAPE = cx("contents");

/** Numbers of the roots, for `useId`: far from those of islands. */
let next_root = 1000;

type Part = ComponentType<Record<string, unknown>>;

/**
 * A part of the page whose script comes later. The server draws it with the page; in a browser it stands like that
 * until somebody comes near it or a while has passed, and is then taken up in its place. What is pressed before
 * its script is there is done by it, and what was typed stays.
 */
export function latePart<Props extends object>(pick: (parts: Later) => ComponentType<Props>) {
  if (!served) return (props: Props) => <Waiting pick={pick as (parts: Later) => unknown} props={props} />;
  const Served = pick(served);
  return (props: Props) => (
    <div class={SHAPE}>
      <Served {...props} />
    </div>
  );
}

interface WaitingProps {
  readonly pick: (parts: Later) => unknown;
  readonly props: object;
}

/** Within the page a root of its own: the page itself knows nothing of what it holds. */
function Waiting({ pick, props }: WaitingProps) {
  const place = useRef<HTMLDivElement>(null);
  const held = useRef<Held | null>(null);
  const ids = useRef<number[] | null>(null);
  const parts = later.value;

  useLayoutEffect(() => {
    const within = place.current!;
    if (!parts) {
      const fetchNow = () => void loadLater().catch(() => held.current?.letGo());
      held.current = hold(within, fetchNow);
      // What no server has drawn is not there to wait for anybody.
      if (!within.firstChild) fetchNow();
    }
    return () => render(null, within);
  }, []);

  useLayoutEffect(() => {
    if (!parts) return;
    const within = place.current!;
    const node: VNode & { __m?: number[] } = (
      <Taken part={pick(parts) as Part} props={props} onTaken={onTaken} />
    );
    node.__m = ids.current ??= [next_root++, 0];
    const typeAgain = held.current && typedIn(within);
    // Over what is there: its elements stay, with the focus and as far as they are scrolled.
    render(node, within);
    typeAgain?.();
  });

  function onTaken(): void {
    held.current?.end();
    held.current = null;
  }

  // deno-lint-ignore react-no-danger -- nothing is set: what is there is kept
  return <div ref={place} class={SHAPE} dangerouslySetInnerHTML={AS_SERVED} />;
}

interface TakenProps {
  readonly part: Part;
  readonly props: object;
  readonly onTaken: () => void;
}

/** The part itself; says when all of it listens. */
function Taken({ part: Part, props, onTaken }: TakenProps) {
  useEffect(onTaken, []);
  return <Part {...props} />;
}
