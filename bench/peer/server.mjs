/**
 * The peer: what many write first. Socket.IO with its default parser, better-sqlite3, one commit a message before
 * it is broadcast. The tables, the durability (WAL, synchronous=FULL), the question whether the sender may post and the
 * object that is broadcast are Peyk's.
 *
 *   node server.mjs <database> <people>
 */
import { createServer } from "node:http";
import process from "node:process";
import Database from "better-sqlite3";
import { Server } from "socket.io";

const [path, people] = [process.argv[2], Number(process.argv[3])];
const GLOBAL = 2 ** 51 + 3;

const db = new Database(path);
db.exec(`
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma temp_store = memory;
  pragma cache_size = -65536;
  pragma wal_autocheckpoint = 4000;
  create table if not exists users (
    id integer primary key, username text not null unique, first_name text not null, last_name text not null,
    token text not null unique
  );
  create table if not exists conversations (
    id integer primary key, kind text not null, seq integer not null default 0, version integer not null default 0,
    last_message_id integer, last_activity_at integer not null
  );
  create table if not exists participants (
    conversation_id integer not null references conversations (id), user_id integer not null references users (id),
    role text not null, muted_until integer, primary key (conversation_id, user_id)
  ) without rowid;
  create table if not exists messages (
    id integer primary key, conversation_id integer not null references conversations (id),
    author_id integer not null references users (id), client_id text not null, kind text not null default 'text',
    content text not null, seq integer not null, version integer not null, reply_to integer,
    created_at integer not null, edited_at integer, deleted_at integer,
    unique (author_id, client_id), unique (conversation_id, seq)
  );
  create index if not exists messages_by_version on messages (conversation_id, version);
  create table if not exists changes (
    cursor integer primary key autoincrement, conversation_id integer, entity text not null,
    entity_id integer not null, verb text not null, actor_id integer, created_at integer not null
  );
`);
seed();

const byToken = db.prepare("select id, username, first_name, last_name from users where token = ?");
const standing = db.prepare(
  `select c.kind, c.seq, c.version, p.role, p.muted_until, u.username, u.first_name, u.last_name
   from conversations c join participants p on p.conversation_id = c.id and p.user_id = ?
   join users u on u.id = p.user_id where c.id = ?`,
);
const raise = db.prepare(
  `update conversations set seq = seq + 1, version = version + 1, last_message_id = ?, last_activity_at = ?
   where id = ? returning seq, version`,
);
const insert = db.prepare(
  `insert into messages (id, conversation_id, author_id, client_id, content, seq, version, created_at)
   values (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const log = db.prepare(
  `insert into changes (conversation_id, entity, entity_id, verb, actor_id, created_at)
   values (?, 'message', ?, 'created', ?, ?)`,
);
let last_id = 2 ** 51 + 1000;

/** One message, one commit: better-sqlite3's transactions return once the commit is on disk. */
const write = db.transaction((message) => {
  const raised = raise.get(message.id, message.at, message.conversation_id);
  insert.run(
    message.id,
    message.conversation_id,
    message.author_id,
    message.client_id,
    message.content,
    raised.seq,
    raised.version,
    message.at,
  );
  log.run(message.conversation_id, message.id, message.author_id, message.at);
  return raised;
});

function send(user_id, { conversation_id, content, client_id }) {
  const grant = standing.get(user_id, conversation_id);
  if (!grant || (grant.muted_until ?? 0) > Date.now()) throw new Error("forbidden");
  if (typeof content !== "string" || content.trim() === "" || content.length > 4000) throw new Error("invalid");
  if (typeof client_id !== "string" || client_id.length > 100) throw new Error("invalid");
  const [id, at] = [++last_id, Date.now()];
  const { seq, version } = write.immediate({ id, conversation_id, author_id: user_id, client_id, content, at });
  const { username, first_name, last_name, role } = grant;
  return {
    id,
    conversation: conversation_id,
    seq,
    version,
    client_id,
    kind: "text",
    sender: {
      id: user_id,
      username,
      profile_picture: null,
      first_name,
      last_name,
      score: 0,
      rank: null,
      role,
      in_game_ids: [],
    },
    content,
    timestamp: new Date(at).toISOString(),
    is_read: false,
    is_edited: false,
    is_deleted: false,
    reply_to: null,
    reactions: [],
    mentions: [],
    is_pinned: false,
    attachments: [],
    source: { kind: "app", name: null },
  };
}

const http = createServer();
const io = new Server(http, { transports: ["websocket"], serveClient: false });

io.use((socket, next) => {
  const token = /token=([^;]+)/.exec(socket.handshake.headers.cookie ?? "")?.[1];
  const user = token && byToken.get(token);
  if (!user) return next(new Error("unauthenticated"));
  socket.data.user = user;
  next();
});

io.on("connection", (socket) => {
  const { user } = socket.data;
  socket.join(`user:${user.id}`);
  socket.on("join", ({ conversation_id }, answer) => {
    if (!standing.get(user.id, conversation_id)) return answer({ ok: false });
    socket.join(`conversation:${conversation_id}`);
    answer({ ok: true });
  });
  socket.on("message", (body, answer) => {
    try {
      const message = send(user.id, body);
      io.to(`conversation:${message.conversation}`).emit("message", {
        conversation_id: message.conversation,
        message,
      });
      answer({ ok: true, message });
    } catch (error) {
      answer({ ok: false, error: error.message });
    }
  });
});

http.listen(0, "127.0.0.1", () => {
  console.log(`Peer listens on http://127.0.0.1:${http.address().port} with conversation ${GLOBAL}`);
});

function seed() {
  if (db.prepare("select count(*) as n from users").get().n > 0) return;
  db.transaction(() => {
    db.prepare("insert into conversations (id, kind, last_activity_at) values (?, 'global', 0)").run(GLOBAL);
    const user = db.prepare("insert into users values (?, ?, ?, '', ?)");
    const participant = db.prepare("insert into participants values (?, ?, 'member', null)");
    for (let i = 0; i < people; i++) {
      const id = 2 ** 51 + 100 + i;
      user.run(id, `person-${i}`, `Person ${i}`, `token-${i}`);
      participant.run(GLOBAL, id);
    }
  })();
}
