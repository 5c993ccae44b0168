import type { ChoiceProps } from "./choice.ts";
import { DatesChoice } from "./DatesChoice.tsx";
import type { Choice } from "./filters.ts";
import { PersonChoice } from "./PersonChoice.tsx";
import { RoomChoice } from "./RoomChoice.tsx";

/** What a chip leads to: people, conversations or a calendar, in place of the results. */
export function Choosing({ choice, ...props }: ChoiceProps & { readonly choice: Choice }) {
  if (choice === "person") return <PersonChoice {...props} />;
  if (choice === "room") return <RoomChoice {...props} />;
  return <DatesChoice {...props} />;
}
