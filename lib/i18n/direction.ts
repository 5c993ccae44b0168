/** A letter of a script that is written from the right: Hebrew, Arabic and their neighbours. */
const RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const LETTER = /\p{L}/u;

/** Names and addresses are written alike in all texts and say nothing of one's direction. */
const FOREIGN = /@\S+|\bhttps?:\S+/g;

/** The direction of a text by its first letter, where nobody works it out for us. */
export function directionOf(text: string): "rtl" | "ltr" {
  return RIGHT.test(LETTER.exec(text.replace(FOREIGN, ""))?.[0] ?? "") ? "rtl" : "ltr";
}
