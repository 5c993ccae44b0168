import type { LineKey, RoomRole } from "@/lib/protocol/entities.ts";
import type { Locale } from "../mod.ts";
import { digits, fileSize, number } from "../numbers.ts";

const n = (value: number) => number("en", value);
/** A name of a file within a sentence: it has a direction of its own. */
const one = (name: string) => `\u2068${name}\u2069`;

/** Everything the chat rooms say. English defines the shape, the other languages satisfy it. */
export const en = {
  /** Of these words: what comes later has its own. */
  locale: "en" as Locale,

  appName: "Peyk",

  nav: {
    sections: "Sections",
    chats: "Chats",
    admin: "Admin",
    settings: "Settings",
    account: "Your account",
    signOut: "Sign out",
    themeLight: "Light",
    themeDark: "Dark",
    themeSystem: "As the device",
    back: "Back",
    close: "Close",
    skipToComposer: "Skip to writing a message",
    search: "Search messages",
  },

  list: {
    label: "Conversations",
    noMessages: "No messages yet",
    draft: "Draft:",
    typing: "typing",
    muted: "Muted",
    pinned: "Pinned",
    seen: "Seen",
    sent: "Sent",
    mentioned: "You were mentioned",
    /** What one keeps with oneself. */
    notes: "My notes",
    nameless: "Group",
    start: "New conversation",
    profile: "Profile",
    filter: "Find a conversation",
    notOpened: "The conversation didn’t open. Please try again.",
    gone: "That conversation isn’t there, or isn’t open to you.",
    removed: "You’re not in that conversation any more.",
    unread: (count: number) => count === 1 ? "1 unread message" : `${n(count)} unread messages`,
  },

  room: {
    globalName: "The Square",
    people: (total: number) => total === 1 ? "1 person" : `${n(total)} people`,
    peopleOnline: (total: number, online: number) =>
      `${total === 1 ? "1 person" : `${n(total)} people`}, ${n(online)} online`,
    kinds: { site: "Room of an external site", ticket: "Support conversation" },
    ownNotes: "Only you see what stands here",
    messages: "Messages",
    olderLoading: "Opening older messages",
    older: "Older messages",
    beginning: "This is where it began",
    beginningWith: (name: string) => `This is where your conversation with ${one(name)} begins.`,
    beginningOf: (name: string) => `This is where ${one(name)} begins.`,
    beginningTicket: (name: string, site: string | null) =>
      `The conversation with ${one(name)}${site ? ` from ${one(site)}` : ""} begins here.`,
    beginningAlone: "Write down here what you want to remember.",
    profile: (name: string) => `Profile of ${one(name)}`,
    newMessages: "New messages",
    newer: (count: number) => count === 1 ? "1 newer message" : `${n(count)} newer messages`,
    toNewest: "To the newest",
    /** Tab title: a count before the room's name, of what concerns oneself where there is such. */
    title: (name: string, unread: number, concerns = 0) =>
      concerns > 0 ? `(@${n(concerns)}) ${name}` : unread > 0 ? `(${n(unread)}) ${name}` : name,
    /** What a screen reader hears when somebody else's message comes in. */
    announce: (name: string, text: string) => `${name}: ${text}`,
    emptyAction: "Write a hello",
    quietTitle: "Nothing said yet",
    quietText: (name: string) => `Say hello to ${one(name)}; it waits here until they come by.`,
    quietAction: "Begin to write",
    olderErrorText: "Older messages didn’t open.",
    tryAgain: "Try again",
  },

  /** Finding one's place in a long history. */
  places: {
    newerLoading: "Opening newer messages",
    newerPage: "Newer messages",
    newerErrorText: "Newer messages didn’t open.",
    /** A pill above what is in view; `when` follows where it is known, as in "since yesterday, 21:10". */
    unread: (count: number, when: string | null) =>
      `${count === 1 ? "1 new message" : `${n(count)} new messages`}${when ? ` since ${when}` : ""}`,
    readAll: "Mark all as read",
    notOpened: "The messages didn’t open. Please try again.",
    jumpToDate: "Go to a date",
    go: "Go",
  },

  members: {
    title: "Members",
    aboutGroup: "About the group",
    customer: "Customer",
    show: "Show members",
    hide: "Hide members",
    online: "Online",
    away: "Away",
    offline: "Offline",
    you: "You",
    lastSeen: (when: string) => `Last seen ${when}`,
    roles: { owner: "Owner", admin: "Admin", agent: "Agent", member: "Member" },
    search: "Search members",
    clear: "Clear the search",
    loading: "Opening the list",
    failed: "The list didn’t open.",
    stale: "You’re offline; this list may be out of date.",
    alone: "You’re the first one here. Others appear as they join.",
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
    external: "External Source",
    mentionsYou: "Mentions you",
    tools: "Message actions",
    reply: "Reply",
    edit: "Edit",
    delete: "Delete",
    copy: "Copy text",
    link: "Copy link",
    more: "More",
    like: "Like",
    dislike: "Dislike",
    react: "Add a reaction",
    pin: "Pin",
    unpin: "Unpin",
    report: "Report",
    history: "Earlier versions",
    seen: "Seen by",
    /** Below one's own last message in a group. */
    seenBy: (read: number, of: number) => read === of ? "Seen by everyone" : `Seen by ${n(read)} of ${n(of)}`,
  },

  files: {
    photos: (count: number) => count === 1 ? "1 photo" : `${n(count)} photos`,
    videos: (count: number) => count === 1 ? "1 video" : `${n(count)} videos`,
    count: (count: number) => count === 1 ? "1 file" : `${n(count)} files`,
    /** Stands for what is quoted and has no text. */
    quoted: "Photo or file",
    photo: (name: string, index: number, count: number) =>
      count === 1 ? `Photo ${name}` : `Photo ${n(index)} of ${n(count)}: ${name}`,
    video: (name: string) => `Video ${name}`,
    /** Over the last picture that is shown. */
    more: (count: number) => `+${n(count)}`,
    moreLabel: (count: number) => count === 1 ? "and 1 more photo" : `and ${n(count)} more photos`,
    broken: "This photo can’t be shown.",
    download: (name: string) => `Download ${name}`,
    size: (bytes: number) => fileSize("en", bytes),
    attach: "Add photos or videos",
    chosen: "Chosen files",
    remove: (name: string) => `Remove ${name}`,
    drop: "Drop them here to add them",
    notInEdit: "Finish the edit first, then add files.",
    percent: (percent: number) => digits("en", percent),
    sending: "Sending",
    progress: (sent: string, all: string) => `${sent} of ${all}`,
    finishing: "Almost there",
    waiting: "Waits to be sent",
    cancel: "Cancel",
    notKept: "The browser didn’t keep the files over the reload. Please choose them again.",
    sendPlain: "Post the files",
    sendBare: "Send the text alone",
  },

  pins: {
    label: "Pinned messages",
    count: (count: number) => count === 1 ? "1 pin" : `${n(count)} pins`,
  },

  reactions: {
    label: "Reactions",
    /** An emoji, or the name of a vote, and how many set it. */
    pill: (name: string, count: number) => count === 0 ? name : `${name}, ${n(count)}`,
  },

  composer: {
    emoji: "Emoji",
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
    mention: "Mention somebody",
    /** Where Enter alone makes a new line. */
    hintKeys: "Ctrl + Enter",
    /** The same for screen readers, in round figures. */
    over: (over: number) => `Up to ${n(over)} characters too many`,
    below: (left: number) => `Fewer than ${n(left + 1)} characters left`,
  },

  typing: {
    /** Names stand between the pieces. */
    one: ["", " is typing"],
    two: ["", " and ", " are typing"],
    many: "Several people are typing",
  },

  connection: {
    offline: "You’re offline. What you write is kept and sent later.",
    /** Of a page that comes from this device, with the time of what it shows. */
    lastRead: (when: string) => `You’re offline. Last read ${when}; what you write is sent later.`,
    /** Of what cannot be kept for later, such as deleting. */
    notNow: "There is no connection; please try that again later.",
    connecting: "Connecting",
    retryIn: (seconds: number) => `Trying again in ${n(seconds)} s`,
    tryNow: "Try now",
    waiting: (count: number) =>
      count === 1 ? "1 message waits to be sent" : `${n(count)} messages wait to be sent`,
    newVersion: "Peyk was updated. Reload the page when it suits you.",
    reload: "Reload",
  },

  attention: {
    muted: "Muted",
    mutedUntil: (when: string) => `Muted until ${when}`,
    /** Title of a notice: who said it, and in which group. */
    inRoom: (who: string, room: string) => `${one(who)} in ${one(room)}`,
    photos: (count: number) => count === 1 ? "Photo" : `${n(count)} photos`,
    files: (count: number) => count === 1 ? "File" : `${n(count)} files`,
    install: "Install Peyk",
  },

  notice: {
    messageGone: "That message can’t be shown any more.",
    dismiss: "Dismiss",
  },

  /**
   * Lines that the system writes into a conversation, by key. Names stand between isolating marks (U+2068 and
   * U+2069), where a line on the screen sets them in bold.
   */
  lines: {
    group_created: (p) => `${who(p)} created the group “${one(p.name)}”`,
    members_added: (p) => `${who(p)} added ${whom(p)}`,
    member_removed: (p) => `${who(p)} removed ${whom(p)}`,
    member_left: (p) => `${who(p)} left`,
    group_renamed: (p) => `${who(p)} named the group “${one(p.name)}”`,
    picture_changed: (p) => `${who(p)} changed the group’s picture`,
    topic_changed: (p) =>
      p.topic === "" ? `${who(p)} removed the topic` : `${who(p)} changed the topic to “${one(p.topic)}”`,
    role_changed: (p) =>
      p.role === "owner"
        ? `${who(p)} handed the group over to ${whom(p)}`
        : p.role === "admin"
        ? `${who(p)} made ${whom(p)} an admin`
        : `${who(p)} removed ${whom(p)} as an admin`,
    unknown: (p) => `${who(p)} changed something here`,
  } satisfies Lines,
};

/** What a line of the system tells, with names as they are said; null stands for the reader. */
export interface LineFacts {
  readonly by: string | null;
  /** Those it was done to. */
  readonly whom: readonly (string | null)[];
  /** How many more they are than are named. */
  readonly more: number;
  /** What the group is called from then on. */
  readonly name: string;
  readonly topic: string;
  readonly role: RoomRole;
}

/** A key without words does not compile; `unknown` is for those of a newer server. */
type Lines = Readonly<Record<LineKey | "unknown", (facts: LineFacts) => string>>;

function who({ by }: LineFacts): string {
  return by === null ? "You" : one(by);
}

function whom({ whom, more }: LineFacts): string {
  const names = whom.map((name) => name === null ? "you" : one(name));
  if (more > 0) names.push(more === 1 ? "1 other" : `${n(more)} others`);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} and ${last}`;
}

/** The words of the chat rooms in one language. */
export type ChatText = typeof en;
