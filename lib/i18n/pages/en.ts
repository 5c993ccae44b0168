/** The words of the server's own pages: doorway and errors. English defines the shape. */
export const en = {
  appName: "Peyk",
  title: (page: string, place: string) => `${page} · ${place}`,

  door: {
    panel: "Your conversations, on your own server.",
    setupPanel: "One program, one file, no outside service.",
    language: "Language",
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", system: "As the device" },
  },

  fields: {
    name: "Name",
    email: "E-mail",
    yourEmail: "Your e-mail",
    password: "Password",
    newPassword: "New password",
    workspace: "Workspace name",
    workspaceHint: "Shown above the conversations. You can change it later.",
    language: "Language",
    registration: "Registration",
    registrations: { open: "Open to all", invite: "By invitation", closed: "Closed" },
  },

  password: {
    show: "Show the password",
    hide: "Hide the password",
    atLeast: "At least 8 characters.",
    /** By strength, from none to strong; joined with the sentence above. */
    strengths: ["", "Weak.", "Could be better.", "Good.", "Strong."],
  },

  login: {
    title: "Welcome back",
    lead: "Sign in to your conversations.",
    submit: "Sign in",
    forgot: "I forgot it",
    forgotHelp: "An admin of this server can send you a link with which you choose a new one.",
    toRegister: "New here?",
    toRegisterLink: "Create an account",
    passwordChanged: "Your new password is set. Sign in with it.",
  },

  register: {
    title: "Create your account",
    lead: "Three fields, a few seconds.",
    submit: "Create account",
    toLogin: "Have an account?",
    toLoginLink: "Sign in",
    closedTitle: "No new accounts at the moment",
    closedText:
      "This server doesn’t take new people by itself. If you should be here, ask one of its admins.",
  },

  setup: {
    title: "Peyk is ready",
    lead: "You are this server’s first admin. This link works once.",
    submit: "Create admin and start",
  },

  reset: {
    title: "A new password",
    lead: "Choose a new password. You are then signed out on all devices.",
    submit: "Set the password",
    goneTitle: "This link works no more",
    goneText: "It was used before or is too old. Please ask an admin for a new one.",
  },

  program: {
    description: "Conversations on your own server",
    room: "The Square",
    list: "Conversations",
    settings: "Settings",
    offlineTitle: "There is no connection",
    offlineText: "This page opens only over the network. What you wrote is kept on this device.",
  },

  errors: {
    notFoundTitle: "This page isn’t here",
    notFoundText: "The address may have changed, or it leads to what you may not see.",
    faultTitle: "This page didn’t open",
    faultText: "Something broke on our side. Your conversations are safe; please try again.",
    refusedTitle: "That didn’t work",
    home: "To the conversations",
    tryAgain: "Try again",
    toLogin: "Sign in",
    reference: "Reference",
  },
};

/** The words of the pages in one language. */
export type PagesText = typeof en;
