import { latePart } from "./late_part.tsx";

/** One's own picture, which is there at once, and the menu behind it. */
export const Account = latePart(({ AccountMenu }) => AccountMenu);

/** The way to the admin panel, in the rail. */
export const StaffWay = latePart(({ RailStaff }) => RailStaff);
