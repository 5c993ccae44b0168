const open = "Open the chat";

/** Words that the loader brings into every page of others: few, since each byte is theirs. */
export const en = {
  open,
  /** Why there is no chat: for whoever made the page, in the browser's console. */
  why: {
    site: "The script has no data-site-id.",
    disk: "Pages opened from disk cannot have a chat. Open this one through a web server.",
    refused: "The server refused this site. Is this page’s domain listed, and the site not revoked?",
    away: "The server does not answer, or the page’s Content-Security-Policy forbids asking it.",
    frame: "The chat did not start. Does the page’s Content-Security-Policy allow its frame?",
  },
};

/** What is said besides, once somebody opened the chat or was here before. */
export const enPanel = {
  open,
  close: "Close the chat",
  dismiss: "Dismiss",
  /** Appended to what a button does. */
  unread: (count: string) => `, ${count} unread`,
  /** Who wrote, on the card beside the launcher. */
  from: (name: string, site: string) => `${name} from ${site}`,
};

export type LoaderText = typeof en;
export type PanelText = typeof enPanel;
