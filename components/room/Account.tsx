import { latePart } from "./late_part.tsx";

/** One's own picture, which is there at once, and the menu behind it. */
export const Account = latePart(({ AccountMenu }) => AccountMenu);
