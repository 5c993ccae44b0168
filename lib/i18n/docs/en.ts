/** The words of the page about the API. English defines the shape; what stands between backticks is code. */
export const en = {
  /** Of the words themselves, where they stand among English ones. */
  lang: "en",
  title: "The API",
  lead: "Everything Peyk’s own pages do can be done by programs: over REST, and live over a socket.",
  /** Above descriptions that are English in every language; empty where that says nothing. */
  inEnglish: "",
  skip: "Skip to the text",
  contents: "On this page",
  documents: "For programs",
  toChat: "To the conversations",
  introduction: "Before you begin",
  operations: "Calls",
  sockets: "Sockets",
  models: "Models",
  errors: "Refusals",

  path: "Path",
  query: "Query",
  headers: "Headers",
  body: "Body",
  answers: "Answers",
  example: "Example",
  answer: "Answer",
  required: "required",
  anyone: "without signing in",
  says: "A client says",
  hears: "A client hears",
  closes: "Why the server closes",

  tags: {} as Readonly<Record<string, string>>,

  intro: [
    {
      title: "Addresses",
      text:
        "JSON in UTF-8 below `/api`; `/api/v1` is the same. A slash at the end of a path makes no difference. Times are " +
        "ISO 8601 in UTC, ids integers below `2^53`. Unknown fields of a request are ignored, and answers may gain fields.",
    },
    {
      title: "Who asks",
      text:
        "Programs send `Authorization: Bearer <access token>`: short-lived, renewed by `POST /api/auth/refresh`. " +
        "Browsers have the session cookie. A socket that can send neither takes a ticket of `POST /api/auth/ws-ticket` " +
        "as `?ticket=`: good once, for 30 seconds. All of them end at once with their session.",
    },
    {
      title: "Other sites",
      text:
        "A request that a cookie authenticates and that changes something must come from our own origin; otherwise " +
        "it is refused with `origin_refused`. Requests with a token are not bound to an origin.",
    },
    {
      title: "Refusals",
      text: 'A refusal says `{"detail": "…", "code": "not_found"}`, with `field` where one is at ' +
        "fault, in the language of `Accept-Language` (Persian or English). What one may not see is `404`, as if it were " +
        "not there; what one may see and not do is `403`.",
    },
    {
      title: "Pages",
      text:
        "History has `{count, next, previous, results}`: counted with `?page=`, or by message id with `?before=` and " +
        '`?after=`. Longer lists have `next`, or a `Link` header with `rel="next"`. Follow the address as it is given.',
    },
    {
      title: "Doing something once",
      text:
        "Every POST takes an `Idempotency-Key`, and a message a `client_id`: the same one again does nothing anew and " +
        "gets the first answer. So a request whose answer was lost can simply be sent again.",
    },
    {
      title: "Not too much",
      text:
        "Above a limit the answer is `429` with `Retry-After`, the seconds to wait: people write 40 messages at once, " +
        "then four a second. Bodies may have 64 KiB, but for files.",
    },
    {
      title: "Live",
      text:
        "A message is answered once it is on disk, and told to others after that. What comes in by REST goes out on " +
        "the sockets, and the other way round.",
    },
  ],
};

export type DocsText = typeof en;
