import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Loading } from "./Loading.tsx";

type Asides = typeof import("./asides.ts");

/** A server draws none of it: that nobody knows yet who the visitor is. */
const asides = signal<Asides | null>(null);
/** How soon it is asked for again where it did not come, in milliseconds. */
const AGAIN_AFTER = 3000;

/** A part whose script is fetched when it is to be shown; until then one sees that something comes. */
export function aside<Props extends object>(pick: (parts: Asides) => ComponentType<Props>) {
  return (props: Props) => {
    const parts = asides.value;
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const load = () =>
        import("./asides.ts").then(
          (found) => void (asides.value = found),
          () => void (timer = setTimeout(load, AGAIN_AFTER)),
        );
      if (!parts) void load();
      return () => clearTimeout(timer);
    }, [parts]);
    if (!parts) return <Loading />;
    const Part = pick(parts);
    return <Part {...props} />;
  };
}
