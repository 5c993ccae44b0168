import { number } from "../numbers.ts";

const n = (value: number) => number("en", value);

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

  delete: {
    title: "Delete this message for everyone?",
    text: "Its text can’t be read any more. Replies to it stay.",
    confirm: "Delete",
    keep: "Keep it",
  },

  leave: {
    title: (name: string) => `Leave \u2068${name}\u2069?`,
    text: "You won’t see its messages any more. Somebody in it can add you again.",
    stay: "Stay",
  },

  report: {
    title: "Report this message",
    lead: "The admins see it; its author doesn’t learn who reported it.",
    reasons: {
      spam: "Advertising or spam",
      abuse: "Insults or hate",
      harassment: "Somebody is being harassed",
      illegal: "Something unlawful",
      other: "Something else",
    },
    words: "In your own words (optional)",
    send: "Report",
    cancel: "Cancel",
    thanks: "Thank you. The admins will look at it.",
  },

  history: {
    title: "Earlier versions",
    now: "Now",
    deleted: "Deleted",
    first: "As first written",
    replaced: (when: string, who: string) => `Until ${when}, changed by ${who}`,
    added: "Added",
    removed: "Removed",
    empty: "There are no earlier versions.",
    failed: "The earlier versions didn’t open.",
    again: "Try again",
    close: "Close",
  },

  seen: {
    title: "Seen by",
    /** Beside a name: when they last read here. */
    lastRead: (when: string) => `read ${when}`,
    notYet: "Not yet",
    nobody: "Nobody has read it yet.",
    unnamed: "Somebody",
    failed: "Who has read it can’t be told now.",
    again: "Try again",
    close: "Close",
  },

  pins: {
    title: "Pinned messages",
    jump: "Show in the conversation",
    empty: "Nothing is pinned here.",
    failed: "The pinned messages didn’t open.",
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
  keys: {
    title: "Keyboard shortcuts",
    groups: {
      anywhere: "Anywhere",
      writing: "While writing",
      reading: "On a message",
      pictures: "On a photo in large",
    },
    or: "or",
    type: "any letter",
    write: "Begin to write",
    help: "This list",
    start: "New conversation",
    search: "Search messages",
    conversations: "Conversation above or below",
    send: "Send",
    newLine: "New line",
    editLast: "Edit what you said last",
    leave: "Leave a reply or an edit; back to writing",
    toMessages: "To the messages",
    move: "To the next or previous message",
    pages: "About a screen further up or down",
    readAll: "Where nothing is open: mark all as read",
    ends: "To the first or last message",
    actions: "Like, react, reply and more",
    menu: "All actions",
    reply: "Reply",
    react: "React with an emoji",
    pills: "Through its reactions and the people in it",
    copy: "Copy its text",
    edit: "Edit",
    delete: "Delete",
    pictures: "Next or previous photo",
    zoom: "Closer, farther, whole",
    close: "Close",
  },
};

export type ActsText = typeof en;
