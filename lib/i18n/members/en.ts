/** A name within a sentence: it has a direction of its own. */
const one = (name: string) => `\u2068${name}\u2069`;

/**
 * What is said where members act, and no visitor of a site: on a conversation as a whole, on messages by those who
 * may. It comes when it is wanted.
 */
export const en = {
  list: {
    /** The list of conversations has none but that of everybody. */
    emptyText: "Private conversations and groups you’re in will stand here.",
    groupWith: (name: string) => `New group with ${one(name)}`,
    nothingFound: "No conversation is called that.",
    menu: (name: string) => `Conversation with ${one(name)}`,
    pin: "Pin to the top",
    unpin: "Unpin from the top",
    markRead: "Mark as read",
    leave: "Leave the group",
    leaveTitle: (name: string) => `Leave ${one(name)}?`,
    leaveText: "You won’t see its messages any more. Somebody in it can add you again.",
    stay: "Stay",
  },

  square: {
    title: "Nobody has said anything yet",
    text: "This is the square; every new member comes here first. Write a hello and begin.",
  },

  attention: {
    menu: "Notifications of this room",
    heading: "Tell me of",
    concerns: "Mentions and replies",
    everything: "Every message",
    silence: {
      hour: "Mute for an hour",
      eight: "Mute for eight hours",
      day: "Mute for a day",
      on: "Mute until I turn it on",
    },
    unmute: "Unmute",
    offer: "Shall we tell you when somebody mentions or answers you?",
    allow: "Turn on",
    notNow: "Not now",
    refused: "Your browser doesn’t allow notifications here. You can change that in its site settings.",
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

export type MembersText = typeof en;
