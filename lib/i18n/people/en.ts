import { number } from "../numbers.ts";

const n = (value: number) => number("en", value);

/** What is said of people once one asks for them: a search, a card, a mention. It comes with what shows it. */
export const en = {
  members: {
    results: "Found",
    found: (count: number) => count === 1 ? "1 person found" : `${n(count)} people found`,
    nobody: (name: string) => `Nobody is called “${name}” here.`,
  },

  person: {
    loading: "Opening the profile",
    failed: "The profile didn’t open.",
    missing: "There is nobody of this name here.",
    lastSeen: "Last seen",
    score: "Score",
    joined: "Member since",
    mention: "Mention",
    message: "Send a message",
    you: "This is you.",
  },

  mention: {
    label: "People you can mention",
    offered: (count: number) =>
      count === 1 ? "1 person, Enter to choose" : `${n(count)} people, arrows to choose`,
  },
};

export type PeopleText = typeof en;
