/** The parts of the API by the first segment behind `/api/`, in the order in which they are told. */
export const TAGS: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {
  auth: {
    title: "Accounts and sessions",
    text: "Registering, signing in, tokens, one’s own profile and devices.",
  },
  conversations: {
    title: "Conversations",
    text:
      "What one may read, how far one has, and what is pinned. A conversation has a `kind`: the global room, " +
      "`direct`, `group`, `team`, a room of a `site`, or a `ticket`.",
  },
  messages: {
    title: "Messages",
    text: "Sending, reading, editing, deleting, reactions, files, reports.",
  },
  rooms: {
    title: "Group rooms",
    text:
      "A room’s `id` is its conversation’s. Admins of the workspace may do all of it in every group, and it stands " +
      "in the audit. A group always has an owner: who follows one that goes is its longest admin, else its longest " +
      "member. Who is taken out of it is cut off at once.\n\n" +
      "What happens in a group stands in its stream as Messages of the kind `system`, which take a `seq` and a `version` " +
      "but are no part of the paginated history, of counts, of what is unread or of `last_message`. `sender` did it, " +
      "`content` is a key (`LineKey`), `params` its particulars.",
  },
  search: { title: "Search", text: "Full text over the messages one may read." },
  users: { title: "People", text: "The members of one’s workspace, with presence." },
  files: {
    title: "Files",
    text:
      "Where the `file` and `thumbnail` of an Attachment and a `profile_picture` lead. Each fetch asks whether " +
      "one may read the conversation. JPEG, PNG, WebP, GIF, AVIF, HEIC, MP4 and MOV are taken, by their content and with " +
      "a name that agrees. A message may have up to ten and need no text then; deleting it takes them out of reach at once.",
  },
  external: {
    title: "External sites",
    text:
      "For pages and servers of other sites that show a chat. `Site-Key` says which site: its public key, from the " +
      "domains on its list, or from its own server its secret one. Pages get answers by CORS; whoever is not on the list " +
      "gets 403. What a visitor does besides comes with their own token.",
  },
  widget: { title: "Widget", text: "For the loader in a page of another site." },
  admin: { title: "Administration", text: "For admins of the workspace; for others 403." },
  documents: { title: "Documents", text: "The API as programs read it." },
};

/** How a part is called; one that is new is called by its segment until it has a title. */
export function tagTitle(tag: string): string {
  return TAGS[tag]?.title ?? tag;
}

/** Parts in their order; those without a title come last. */
export function inOrder(tags: Iterable<string>): string[] {
  const order = Object.keys(TAGS);
  const place = (tag: string) => order.includes(tag) ? order.indexOf(tag) : order.length;
  return [...new Set(tags)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}
