/** What nobody needs at first sight, as one script: being called, being asked, being away, reading without a network. */
export { callWhenAway } from "./attention/calling.ts";
export { NoticeOffer } from "./attention/NoticeOffer.tsx";
export { watchIdle } from "./idle.ts";
export { keepReadable } from "./offline/keeping.ts";
export { restoreRoom } from "./offline/kept.ts";
