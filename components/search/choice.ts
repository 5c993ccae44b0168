import type { RoomView } from "@/components/room/view.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { SearchText } from "@/lib/i18n/search/mod.ts";
import type { Filters } from "./filters.ts";

/** What each choice that a chip leads to is given. */
export interface ChoiceProps {
  readonly t: SearchText;
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly filters: Filters;
  readonly onNarrow: (change: Partial<Filters>) => void;
  /** Back to what was found. */
  readonly onDone: () => void;
}
