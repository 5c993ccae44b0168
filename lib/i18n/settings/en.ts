import type { CalendarName } from "../dates.ts";
import { number } from "../numbers.ts";

const n = (value: number) => number("en", value);

/** The words of the settings. English defines the shape; what an island says is plain strings, so that they travel. */
export const en = {
  title: "Settings",
  sectionsLabel: "Sections of the settings",
  toChat: "Back to the chats",
  toApi: "For developers: the API",
  toSections: "All settings",
  skip: "Skip to the section",
  edit: "Edit",
  signOut: "Sign out",
  sections: {
    profile: "Profile",
    account: "Account & password",
    sessions: "My devices",
    appearance: "Language and look",
    notifications: "Notifications",
  },

  /** What every part that works without a reload says. */
  live: {
    save: "Save",
    saving: "Saving",
    saved: "Saved",
    unsaved: "Not saved yet",
    cancel: "Cancel",
    dismiss: "Dismiss",
    offline: "There is no connection, so nothing was changed. Try again in a moment.",
  },

  /** After a form that was sent without scripts. */
  done: {
    names: "Your name is saved.",
    games: "Your games are saved.",
    picture: "Your new picture is set.",
    unpictured: "Your picture is removed.",
    password: "Your new password is set, and you are signed out everywhere else.",
    session: "That device is signed out.",
    others: "You are signed out on all other devices.",
    notifications: "Saved.",
  },

  profile: {
    picture: "Picture",
    pictureHint: "Others see it as a circle.",
    choose: "Choose a picture",
    change: "Change the picture",
    send: "Use this picture",
    drop: "Drop it here",
    remove: "Remove",
    removeTitle: "Remove your picture?",
    removeText: "Others will see the first letter of your name instead.",
    uploading: "Uploading the picture",
    tooLarge: "A picture may have up to 10 MB.",
    tooManyPixels: "A picture may have up to 50 megapixels.",

    crop: "Which part of it?",
    cropLabel: "Part of the picture. Arrows move it, plus and minus zoom, R turns it.",
    cropHint: "Drag it, or move it with the arrow keys.",
    zoom: "Zoom",
    turnLeft: "Turn to the left",
    turnRight: "Turn to the right",
    crop_use: "Use this part",
    opening: "Opening the picture",

    names: "Name and username",
    firstName: "First name",
    lastName: "Last name",
    username: "Username",
    usernameHint: "3 to 32 letters, digits or _ . -; others mention you with it.",
    checking: "Asking whether it is free",
    free: "This name is free.",

    preview: "How others see you",
    previewText: "Good morning, everybody",
    score: "Score",
    scoreHint: "Likes minus dislikes that your messages received",
    rank: "Rank",
    noRank: "None yet",

    games: "Games",
    gamesHint: "Under which name others find you in a game. Everybody sees it.",
    gamesEmpty: "You have named no game yet.",
    game: "Game",
    gameId: "Name or ID in it",
    addGame: "Add a game",
    removeGame: "Remove this game",
    gameIncomplete: "Both the game and your name in it are needed.",
    gameTooLong: "A game has up to 40 characters, a name in it up to 80.",
    gamesFull: "There is room for 20 games.",
  },

  account: {
    email: "E-mail",
    emailHint: "You sign in with it. Nobody else sees it but admins.",
    workspace: "Workspace",
    password: "Password",
    lead: "A new password ends all sessions but this one.",
    current: "Current password",
    next: "New password",
    submit: "Set the new password",
    wrong: "This isn’t your current password.",
  },

  sessions: {
    lead: "Where you are signed in. What you don’t know, sign out, and change your password.",
    /** A browser and the system it runs on; either may be unknown. */
    device: (browser: string | null, system: string | null) =>
      browser && system ? `${browser} on ${system}` : browser ?? system ?? "Unknown device",
    program: "A program with your password",
    browsers: {
      chrome: "Chrome",
      firefox: "Firefox",
      safari: "Safari",
      edge: "Edge",
      opera: "Opera",
      samsung: "Samsung Internet",
    },
    systems: {
      android: "Android",
      ios: "iOS",
      windows: "Windows",
      mac: "macOS",
      chromeos: "ChromeOS",
      linux: "Linux",
    },
    current: "Now",
    thisDevice: "This device",
    address: "Address",
    lastSeen: "Last seen",
    since: (time: string) => `Signed in on ${time}`,
    revoke: "Sign out",
    /** For screen readers: which one. */
    revokeThis: (device: string) => `Sign out ${device}`,
    others: "Sign out everywhere else",
    othersHint: "All devices but this one are signed out at once.",
    othersTitle: "Sign out everywhere else?",
    othersText: "Whatever is open there closes at once. You stay signed in here.",
    gone: "That device is signed out.",
    goneAll: "You are signed out on all other devices.",
    only: "You are signed in nowhere else.",
    count: (count: number) => count === 1 ? "1 device" : `${n(count)} devices`,
  },

  appearance: {
    language: "Language",
    calendar: "Calendar",
    calendars: { auto: "Automatic", persian: "Jalali", gregory: "Gregorian" } satisfies Record<
      CalendarName | "auto",
      string
    >,
    today: (date: string) => `Today: ${date}`,
    zone: "Time zone",
    zoneAuto: "As the device",
    zoneHint: "Times of messages are shown in it.",
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", system: "Device" },
  },

  notifications: {
    sound: "Sound",
    soundHint: "With messages that concern you",
    desktop: "Browser notifications",
    desktopHint: "Shown while you look elsewhere",
    states: {
      granted: "Allowed in this browser.",
      default: "This browser hasn’t been asked yet; it asks once.",
      denied:
        "Blocked in this browser. To undo it, open the sign beside the address at the top of the window, allow notifications for this site, and load the page again.",
      unsupported: "This browser can’t show them, or this address isn’t secure (https).",
    },
    ask: "Allow in this browser",
    every: "Every message",
    everyHint: "In rooms with many people too; otherwise only what mentions or answers you concerns you.",
    enter: "Enter sends",
    enterHint: "When off, Enter begins a new line and Ctrl+Enter sends.",
    on: "On",
    off: "Off",
  },
};

/** The words of the settings in one language. */
export type SettingsText = typeof en;
