/** What may stand for a class name: nothing, or a condition that was false, is left out. */
export type ClassName = string | false | null | undefined;

/**
 * Joins class names. It also marks literals outside `class=` for the stylesheet step, which reads every
 * string within `cx(…)`: a table of variants is `{ primary: cx("bg-accent …") }`.
 */
export function cx(...names: ClassName[]): string {
  let joined = "";
  for (const name of names) {
    if (name) joined += joined ? " " + name : name;
  }
  return joined;
}
