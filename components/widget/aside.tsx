import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Loading } from "./Loading.tsx";

type Asides = typeof import("./asides.ts");

/** A server draws none of it: that nobody knows yet who the visitor is. */
const asides = signal<Asides | null>(null);
/** How soon it is asked for again where it did not come, in milliseconds. */
const AGAIN_AFTER = 3000;

/**
 * A part whose script is fetched when it is to be shown.
 * @param meanwhile what one sees until it is there: that something comes, unless told otherwise
 */
export function aside<Props extends object>(
  pick: (parts: Asides) => ComponentType<Props>,
  meanwhile: "loading" | "nothing" = "loading",
) {
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
    if (!parts) return meanwhile === "loading" ? <Loading /> : null;
    const Part = pick(parts);
    return <Part {...props} />;
  };
}
