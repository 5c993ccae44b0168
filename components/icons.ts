/**
 * Icons from Lucide (https://lucide.dev, ISC licence, © Lucide Contributors), only those used, each
 * redrawn as one path. These are shown at first sight by one page or another; `late_icons.ts` has those of menus,
 * dialogs, settings and other parts that are fetched when they are wanted.
 */

export interface IconShape {
  /** Path data in a box of 24 by 24. */
  readonly d: string;
  /** It points or flows with the text, and is mirrored in right-to-left pages. */
  readonly flows?: true;
}

export const sendHorizontal: IconShape = {
  d: "M3.714 3.048a.498.498 0 0 0-.683.627l2.843 7.627a2 2 0 0 1 0 1.396l-2.842 7.627a.498.498 0 0 0 .682.627l18-8.5a.5.5 0 0 0 0-.904zM6 12h16",
  flows: true,
};
export const reply: IconShape = { d: "M20 18v-2a4 4 0 0 0-4-4H4M9 17l-5-5 5-5", flows: true };
export const ellipsis: IconShape = {
  d: "M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M18 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M4 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
};
export const smilePlus: IconShape = {
  d: "M13.267 2.08a10 10 0 108.653 8.653M15 10V9M16 5h6M16.472 15a6 6 0 01-8.943 0M19 2v6M9 10V9",
};
export const smile: IconShape = {
  d: "M15 10V9M16.472 15a6 6 0 01-8.943 0M9 10V9M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
};
export const thumbsUp: IconShape = {
  d: "M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88ZM7 10v12",
};
export const thumbsDown: IconShape = {
  d: "M9 18.12 10 14H4.17a2 2 0 0 1-1.92-2.56l2.33-8A2 2 0 0 1 6.5 2H20a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2.76a2 2 0 0 0-1.79 1.11L12 22a3.13 3.13 0 0 1-3-3.88ZM17 14V2",
};
export const paperclip: IconShape = {
  d: "M16 6l-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551",
};
export const atSign: IconShape = {
  d: "M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8",
};
export const bot: IconShape = {
  d: "M12 8V4H8M6 8h12a2 2 0 0 1 2 2v8a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-8a2 2 0 0 1 2 -2zM2 14h2M20 14h2M15 13v2M9 13v2",
};
export const globe: IconShape = {
  d: "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20M2 12h20",
};
export const circleAlert: IconShape = {
  d: "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M12 8L12 12M12 16L12.01 16",
};
export const clock3: IconShape = { d: "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M12 6v6h4" };
export const arrowDown: IconShape = { d: "M12 5v14M19 12l-7 7-7-7" };
export const check: IconShape = { d: "M20 6 9 17l-5-5" };
export const checkCheck: IconShape = { d: "M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16" };
export const x: IconShape = { d: "M18 6 6 18M6 6l12 12" };
export const chevronDown: IconShape = { d: "M6 9l6 6 6-6" };
export const rotateCw: IconShape = { d: "M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8M21 3v5h-5" };
export const image: IconShape = {
  d: "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2zM7 9a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M21 15l-3.086-3.086a2 2 0 0 0-2.828 0L6 21",
};
export const ban: IconShape = { d: "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M4.929 4.929 19.07 19.071" };
export const pencil: IconShape = {
  d: "M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497zM15 5l4 4",
};
export const history: IconShape = {
  d: "M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5M12 7v5l4 2",
};
