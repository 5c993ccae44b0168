import type { Signal } from "@preact/signals";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { GroupsText } from "@/lib/i18n/groups/mod.ts";
import type { RoomView } from "../view.ts";
import type { Question } from "./GroupConfirm.tsx";

/** What every part of a group's panel is given. */
export interface PartProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly words: GroupsText;
  /** What is asked before it is done; null while nothing is. */
  readonly question: Signal<Question | null>;
}
