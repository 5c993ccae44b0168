/** What nobody needs at first sight, as one script: being called, being asked, reading without a network. */
export { callWhenAway } from "./attention/calling.ts";
export { NoticeOffer } from "./attention/NoticeOffer.tsx";
export { keepReadable } from "./offline/keeping.ts";
export { restoreRoom } from "./offline/kept.ts";
