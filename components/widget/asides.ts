/** What a widget shows instead of its chat, as one script: most visits need none of it. */
export { Closed, Held } from "./FootNotes.tsx";
export { OfflineForm, PrechatForm } from "./Forms.tsx";
export { Failed, Popped } from "./Screens.tsx";
export { Thanks } from "./Thanks.tsx";
