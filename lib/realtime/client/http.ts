/**
 * How a page speaks to its server: the one place where a request is told who asks. A member's browser does that by
 * itself, with its cookie; who has another proof sets it here, and everything that belongs to a room carries it.
 */

/** A proof of one's own in the place of the cookie. */
export interface Credentials {
  /** Headers that say who asks. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** The proof was refused: gets another; false where there is none to be had. */
  readonly renew: () => Promise<boolean>;
  /** Makes something else of a value of an answer, as `JSON.parse` asks for it. */
  readonly revive: (key: string, value: unknown) => unknown;
}

let credentials: Credentials | null = null;

/** From now on all requests of this page carry this; null is the cookie again. */
export function setCredentials(given: Credentials | null): void {
  credentials = given;
}

/** The headers by which a request says who asks; none where the browser does that. */
export function proofHeaders(): Readonly<Record<string, string>> {
  return credentials?.headers() ?? {};
}

/**
 * `fetch` for what is answered with JSON. A proof that has run out is renewed once.
 * @throws as `fetch` does where there is no answer
 */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const attempt = () => {
    const headers = { accept: "application/json", ...init.headers, ...proofHeaders() };
    return fetch(path, { ...init, headers });
  };
  const response = await attempt();
  if (response.status !== 401 || !credentials || !await credentials.renew()) return response;
  return await attempt();
}

/** The JSON of an answer. @throws where it is none */
export async function jsonOf<Body>(response: Response): Promise<Body> {
  return parse(await response.text());
}

/** JSON as the server wrote it, of an answer or a frame. @throws SyntaxError */
export function parse<Body>(text: string): Body {
  return JSON.parse(text, credentials?.revive);
}
