import type { Person } from "@/components/person.ts";
import { answersVisitors } from "@/components/person.ts";
import type { Widget } from "./context.ts";

/**
 * What stands beside the name of whoever speaks for the site. Nothing where one talks to the site alone: there
 * everybody does.
 */
export function teamMark(
  { frame, t }: Pick<Widget, "frame" | "t">,
  person: Pick<Person, "role">,
): string | false {
  return frame.config.value.mode !== "support" && answersVisitors(person) && t.team;
}
