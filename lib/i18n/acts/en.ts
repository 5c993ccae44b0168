import { number } from "../numbers.ts";

const n = (value: number) => number("en", value);
const one = (name: string) => `\u2068${name}\u2069`;

/** What is said where one acts on messages, apart from the rooms' own words: it comes when it is wanted. */
export const en = {
  names: {
    you: "You",
    others: (count: number) => count === 1 ? "and 1 other" : `and ${n(count)} others`,
    loading: "One moment",
  },

  emoji: {
    title: "Emoji",
    search: "Search emoji",
    clear: "Clear the search",
    recent: "Frequently used",
    /** In the order of the data. */
    groups: [
      "Faces",
      "People and hands",
      "Animals and nature",
      "Food and drink",
      "Travel and places",
      "Activities and things",
      "Signs and flags",
    ],
    found: (count: number) => count === 1 ? "1 emoji found" : `${n(count)} emoji found`,
    nothing: "Nothing by that name. Try another word, in Persian or English.",
    tone: "Skin tone",
    tones: ["Default", "Light", "Medium-light", "Medium", "Medium-dark", "Dark"],
  },

  sheet: {
    quick: "Quick reactions",
    all: "All emoji",
  },

  /** Once it is done. */
  done: {
    textCopied: "Text copied",
    linkCopied: "Link copied",
    pinned: "Pinned for everyone",
    unpinned: "Unpinned",
    notCopied: "The browser didn’t allow copying.",
  },

  delete: {
    title: "Delete this message for everyone?",
    text: "Its text can’t be read any more. Replies to it stay.",
    confirm: "Delete",
    keep: "Keep it",
  },

  /** Files that are not sent. */
  refused: {
    type: (name: string) => `${one(name)} can’t be sent. Photos can, and MP4 or MOV videos.`,
    size: (name: string, max: string) => `${one(name)} is larger than ${max}.`,
    empty: (name: string) => `${one(name)} is empty.`,
    count: (max: number) => `One message takes ${n(max)} files; the rest were left out.`,
    total: (name: string, max: string) =>
      `Together they would be larger than ${max}; ${one(name)} was left out.`,
  },

  lightbox: {
    label: "Photos",
    counter: (index: number, count: number) => `${n(index)} of ${n(count)}`,
    closer: "Closer",
    farther: "Farther",
    original: "Open the original",
    previous: "Previous photo",
    next: "Next photo",
  },

  calendar: {
    previousMonth: "Previous month",
    nextMonth: "Next month",
    firstMessage: "To the first message",
  },
};

export type ActsText = typeof en;
