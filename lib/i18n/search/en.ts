import { number } from "../numbers.ts";

const n = (value: number) => number("en", value);

/** What is said where one looks for messages. It comes with what shows it. */
export const en = {
  title: "Search",
  field: "Search messages",
  clear: "Clear the search",
  go: "Search",
  results: "What was found",
  recent: "Looked for lately",
  forget: "Forget these",
  hint: {
    title: "What are you looking for?",
    text: "A word, its beginning, or the name of a file. “In quotes”, words are found just as they stand.",
  },
  filters: {
    label: "Narrow it down",
    person: "Person",
    room: "Conversation",
    dates: "Date",
    image: "With photos",
    file: "With files",
    link: "With links",
    /** Takes away what was chosen. */
    remove: (what: string) => `Remove: ${what}`,
  },
  person: {
    label: "Who wrote it",
    field: "Find a person",
    nobody: "Nobody is called that here.",
  },
  room: {
    label: "Where it was said",
    here: "This conversation",
  },
  dates: {
    label: "When it was said",
    since: "From",
    until: "To",
    /** Where no day was chosen. */
    beginning: "the beginning",
    today: "today",
    sinceDay: (day: string) => `from ${day}`,
    untilDay: (day: string) => `to ${day}`,
    between: (from: string, to: string) => `${from} – ${to}`,
    clear: "Any day",
    done: "Done",
  },
  loading: "Looking",
  more: "Looking further",
  found: (count: number, more: boolean) =>
    more
      ? `The newest ${n(count)} are shown`
      : count === 1
      ? "1 message found"
      : `${n(count)} messages found`,
  end: "That is all.",
  none: {
    title: "Nothing like that was found",
    text: "Try fewer words, or only the beginning of one.",
    narrowed: "Try it with fewer conditions.",
    widen: "Take the conditions away",
  },
  failed: {
    title: "The search didn’t go through",
    text: "Nothing is wrong with your messages. Try again in a moment.",
    again: "Try again",
  },
  offline: {
    title: "You’re offline",
    text: "Messages are looked for on the server. It goes on as soon as you’re back.",
  },
  older: "Older results",
  notLoaded: "The list didn’t open.",
  keys: { move: "Move", open: "Open", close: "Close" },
};

export type SearchText = typeof en;
