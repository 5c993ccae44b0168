/** Who may say what on the sockets: the columns of `table.ts` without `nobody`, who gets none. */
import type { PersonName } from "./table.ts";

/** How a command is answered: `ack`, `joined`, `pong`, `presence`, or the code of a refusal. */
type Answered = string;

const no = "not_found", never = "forbidden", ack = "ack";

// deno-fmt-ignore
export const COMMAND_TABLE: Readonly<Record<string, readonly Answered[]>> = {
  //         outsider removed agent2 owner2  participant leader  founder  admin  guest  guest2
  join:     [no,      no,     no,    no,     "joined",   "joined", "joined", "joined", no, no],
  leave:    [ack,     ack,    ack,   ack,    ack,        ack,    ack,     ack, ack, ack],
  message:  [no,      no,     no,    no,     ack,        ack,    ack,     ack, no, no],
  // Leila's message.
  edit:     [no,      no,     no,    no,     never,      never,  never,   ack, no, no],
  delete:   [no,      no,     no,    no,     never,      ack,    ack,     ack, no, no],
  react:    [no,      no,     no,    no,     ack,        ack,    ack,     ack, no, no],
  typing:   [no,      no,     no,    no,     ack,        ack,    ack,     ack, no, no],
  read:     [no,      no,     no,    no,     ack,        ack,    ack,     ack, no, no],
  presence: [no,      no,     no,    no,     "presence", "presence", "presence", "presence", no, no],
  // One's own matter.
  status:   [ack,     ack,    ack,   ack,    ack,        ack,    ack,     ack, ack, ack],
  ping:     ["pong",  "pong", "pong", "pong", "pong",    "pong", "pong",  "pong", "pong", "pong"],
};

/** Who gets a socket for the group, and what comes of saying this on it: the text of Leila's message after it. */
export const FLAT_TABLE: Readonly<
  Record<PersonName, { opens: boolean; edits?: boolean; deletes?: boolean }>
> = {
  nobody: { opens: false },
  outsider: { opens: false },
  removed: { opens: false },
  agent_elsewhere: { opens: false },
  owner_elsewhere: { opens: false },
  participant: { opens: true, edits: false, deletes: false },
  leader: { opens: true, edits: false, deletes: true },
  founder: { opens: true, edits: false, deletes: true },
  admin: { opens: true, edits: true, deletes: true },
  guest: { opens: false },
  guest_elsewhere: { opens: false },
};
