import { number } from "../numbers.ts";

const n = (value: number) => number("en", value);
/** A name within a sentence: it has a direction of its own. */
const one = (name: string) => `\u2068${name}\u2069`;

/** What the chat says within the page of another site, beside what every room says. */
export const en = {
  /** Where the site gave no words of its own. */
  welcome: "Hello! Ask whatever you like.",
  welcomeRoom: "Hello! Say something to everybody here.",
  placeholder: "Write your message",
  placeholderRoom: "Write to the room",
  runsOn: "Runs on Peyk",
  loading: "Opening the chat",
  noScripts: "This chat needs JavaScript.",

  status: {
    online: "We’re online",
    soon: "We answer as soon as we can",
    awayUntil: (when: string) => `Away until ${when}`,
    away: "Away at the moment",
    /** The visitor among them: two at the least. */
    here: (count: number) => `${n(count)} people here now`,
    room: "Everybody can read along",
    agentOnline: (name: string) => `${one(name)} is online`,
    comma: ", ",
  },

  menu: {
    label: "More",
    soundOn: "Sound for new messages",
    popout: "Open in a window of its own",
    language: "فارسی",
    restart: "Forget me on this device",
    minimize: "Minimise",
    close: "Close",
  },

  forget: {
    title: "Forget you here?",
    text:
      "Your messages stay with us; this device no longer knows they are yours, and won’t show them again.",
    confirm: "Forget me",
    cancel: "Keep",
  },

  form: {
    title: "Start a conversation",
    name: "Your name",
    email: "E-mail",
    question: "Your question",
    message: "Message",
    optional: "optional",
    start: "Start the conversation",
    join: "Join the conversation",
    leave: "Leave the message",
    sending: "Sending",
    note: "No account needed; the conversation stays in this browser.",
    nameMissing: "Please tell us your name.",
    emailMissing: "We need an address to answer to.",
    emailIncomplete: "This address is not complete.",
    messageMissing: "Please write something first.",
    tooLong: (over: number) =>
      over === 1 ? "That is 1 character too many." : `That is ${n(over)} characters too many.`,
    failed: "Not sent: there is no connection. Your words are still here.",
  },

  closed: {
    title: "We’re closed right now",
    text: "Leave a message. We answer by e-mail.",
    opens: (when: string) => `We are back ${when}.`,
    yourTime: (time: string) => `(${time} your time)`,
    hours: "When we answer",
    day: "Day",
    here: "Our time",
    none: "Closed",
    range: (from: string, to: string) => `${from} to ${to}`,
    span: (from: string, to: string) => `${from} – ${to}`,
    and: ", ",
    tomorrow: (time: string) => `tomorrow, ${time}`,
    today: (time: string) => `at ${time}`,
    on: (day: string, time: string) => `${day}, ${time}`,
    thanksTitle: "We have your message",
    thanksText: (email: string) => `We’ll reply to ${email}. You can also come back here.`,
    again: "Write more",
  },

  locked: "This chat is read-only for now. What was said can still be read.",
  verify: {
    title: "Sign in on this site to write",
    text: "Only visitors the site knows can write here.",
  },

  held: (seconds: number) =>
    seconds === 1
      ? "You write faster than we can take it. It will be sent in 1 second."
      : `You write faster than we can take it. It will be sent in ${n(seconds)} seconds.`,

  failed: {
    title: "The chat didn’t open",
    text: "The server didn’t answer. Nothing you wrote is lost.",
    again: "Try again",
    goneTitle: "This chat isn’t here any more",
    goneText: "The site has closed it. Nothing is wrong on your side.",
    unknownTitle: "There is no chat here",
    unknownText: "The address of this chat is not right, or it was removed.",
    busyTitle: "Just a moment",
    busyText: (seconds: number) =>
      seconds < 90
        ? `The chat was opened often from your network; try again in ${
          seconds === 1 ? "1 second" : `${n(seconds)} seconds`
        }.`
        : `The chat was opened often from your network; try again in ${n(Math.ceil(seconds / 60))} minutes.`,
  },

  popped: {
    title: "The chat is in a window of its own",
    back: "Bring it back here",
  },

  /** Beside the name of who speaks for the site, where others talk too. */
  team: "Team",
  you: "You",
  unread: (count: number) => count === 1 ? "1 new message" : `${n(count)} new messages`,
};

export type WidgetText = typeof en;
