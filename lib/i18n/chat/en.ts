import { number } from "../numbers.ts";

const n = (value: number) => number("en", value);

/** Everything the chat rooms say. English defines the shape, the other languages satisfy it. */
export const en = {
  appName: "Peyk",

  nav: {
    sections: "Sections",
    chats: "Chats",
    people: "People",
    admin: "Admin",
    settings: "Settings",
    menu: "Menu",
    account: "Your account",
    signOut: "Sign out",
    language: "Language",
    theme: "Theme",
    themeLight: "Light",
    themeDark: "Dark",
    themeSystem: "As the device",
    back: "Back",
    close: "Close",
    skipToComposer: "Skip to writing a message",
  },

  list: {
    label: "Conversations",
    noMessages: "No messages yet",
    draft: "Draft:",
    you: "You:",
    typing: "typing",
    muted: "Muted",
    pinned: "Pinned",
    seen: "Seen",
    sent: "Sent",
    mentioned: "You were mentioned",
    unread: (count: number) => count === 1 ? "1 unread message" : `${n(count)} unread messages`,
  },

  room: {
    globalName: "The Square",
    people: (total: number) => total === 1 ? "1 person" : `${n(total)} people`,
    peopleOnline: (total: number, online: number) =>
      `${total === 1 ? "1 person" : `${n(total)} people`}, ${n(online)} online`,
    messages: "Messages",
    olderLoading: "Opening older messages",
    older: "Older messages",
    beginning: "This is where it began",
    newMessages: "New messages",
    newer: (count: number) => count === 1 ? "1 newer message" : `${n(count)} newer messages`,
    toNewest: "To the newest",
    /** Tab title: unread count before the room's name. */
    title: (name: string, unread: number) => unread > 0 ? `(${n(unread)}) ${name}` : name,
    /** What a screen reader hears when somebody else's message comes in. */
    announce: (name: string, text: string) => `${name}: ${text}`,
    emptyTitle: "Nobody has said anything yet",
    emptyText: "This is the square; every new member comes here first. Write a hello and begin.",
    emptyAction: "Write a hello",
    errorTitle: "The messages didn’t open",
    errorText: "The server didn’t answer. Your conversations are safe; please try again.",
    olderErrorText: "Older messages didn’t open.",
    tryAgain: "Try again",
    reference: "Reference",
  },

  members: {
    title: "Members",
    show: "Show members",
    hide: "Hide members",
    online: "Online",
    away: "Away",
    offline: "Offline",
    you: "You",
    lastSeen: (when: string) => `Last seen ${when}`,
    roles: { owner: "Owner", admin: "Admin", agent: "Agent", member: "Member" },
    bot: "Bot",
    guest: "Guest",
    emptyOffline: "Everybody is here.",
  },

  message: {
    pending: "Sending",
    failed: "Not sent",
    retry: "Try again",
    discard: "Discard",
    edited: "edited",
    deleted: "This message was deleted",
    deletedOwn: "You deleted this message",
    quoteDeleted: "The message was deleted",
    showOriginal: (name: string) => `Show ${name}’s message`,
    external: "From a web site",
    mentionsYou: "Mentions you",
    tools: "Message actions",
    reply: "Reply",
    edit: "Edit",
    delete: "Delete",
    copyText: "Copy text",
    copyLink: "Copy link",
    more: "More",
    deleteTitle: "Delete this message for everyone?",
    deleteText: "Its text can’t be read any more. Replies to it stay.",
    deleteConfirm: "Delete",
    deleteKeep: "Keep it",
  },

  composer: {
    placeholder: (room: string) => `Message ${room}`,
    label: (room: string) => `Message ${room}`,
    send: "Send",
    save: "Save",
    cancel: "Cancel",
    /** A key and what it does, as in «Enter to send». */
    hintKey: "Enter",
    hintText: "to send",
    saveHintText: "to save",
    /** The name follows. */
    replyingTo: "Replying to",
    editing: "Editing the message",
    tooLong: (over: number) => over === 1 ? "1 character too many" : `${n(over)} characters too many`,
    left: (left: number) => `${n(left)} left`,
  },

  typing: {
    /** Names stand between the pieces. */
    one: ["", " is typing"],
    two: ["", " and ", " are typing"],
    many: "Several people are typing",
  },

  connection: {
    offline: "You’re offline. What you write is kept and sent later.",
    /** Of what cannot be kept for later, such as deleting. */
    notNow: "There is no connection; please try that again later.",
    connecting: "Connecting",
    retryIn: (seconds: number) => `Trying again in ${n(seconds)} s`,
    tryNow: "Try now",
    online: "You’re connected again.",
    waiting: (count: number) =>
      count === 1 ? "1 message waits to be sent" : `${n(count)} messages wait to be sent`,
    signedOut: "You were signed out. Please sign in again; what you wrote is kept on this device.",
    signIn: "Sign in",
    newVersion: "Peyk was updated. Reload the page when it suits you.",
    reload: "Reload",
  },

  notice: {
    textCopied: "Text copied",
    linkCopied: "Link copied",
    notCopied: "The browser didn’t allow copying.",
    messageGone: "That message can’t be shown any more.",
    dismiss: "Dismiss",
  },

  /** Lines that the system writes into a conversation, by key. */
  system: {
    room_created: (p: SystemParams) => `${p.actor} opened the room`,
    member_joined: (p: SystemParams) => `${p.actor} joined`,
    member_left: (p: SystemParams) => `${p.actor} left`,
    unknown: (_p: SystemParams) => "Something changed here",
  },
};

/** Names in a system line, already in the reader's hands as plain text. */
export type SystemParams = Readonly<Record<string, string | number>>;

/** The words of the chat rooms in one language. */
export type ChatText = typeof en;
