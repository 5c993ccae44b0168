import type { ComponentType } from "preact";
import { type Later, later } from "./load_later.ts";

/** A part that has nothing to show at first sight: it is there once what comes after the page is. */
export function afterPage<Props extends object>(pick: (parts: Later) => ComponentType<Props>) {
  return (props: Props) => {
    const parts = later.value;
    if (!parts) return null;
    const Part = pick(parts);
    return <Part {...props} />;
  };
}
