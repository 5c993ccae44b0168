/**
 * What a message is made of, for those who show it and for the server, which must find the same names in it.
 */

/** A piece of a message: plain, a link, or a mention of somebody. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "mention"; text: string; username: string };

// Looked for in one pass: an address with scheme, a bare domain, or @ and a name. Each alternative is
// bounded and begins with something rare, so a hostile text costs no more than a long one.
const CANDIDATE =
  /(?<![\p{L}\p{N}_@./-])(?:https?:\/\/[^\s<>"\u2066-\u2069]{1,2000}|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?:[/?#][^\s<>"\u2066-\u2069]{0,2000})?|@[\p{L}\p{N}_.-][\p{L}\p{M}\p{N}_.-]{2,31})(?![\p{L}\p{M}\p{N}_@])/giu;

// Endings of bare words that are addresses. Others need a scheme, "www." or a path: notes.txt, main.rs
// and "e.g." are none.
const ENDINGS = new Set(
  "com org net edu gov info biz io dev app ir ac co me ai eu uk de fr tr iq af tj ae us ca nl se ch at it es in example"
    .split(" "),
);

/** Cuts a text into pieces. Joined again, they are the text. */
export function pieces(text: string): Piece[] {
  // Most messages hold nothing of the kind: they cost three scans.
  if (!text.includes(".") && !text.includes("@") && !text.includes("://")) return [{ kind: "text", text }];
  const found: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const piece = recognise(match[0]);
    if (!piece) continue;
    if (match.index > done) found.push({ kind: "text", text: text.slice(done, match.index) });
    found.push(piece);
    done = match.index + piece.text.length;
  }
  if (done < text.length) found.push({ kind: "text", text: text.slice(done) });
  return found;
}

/** Whether a text mentions the person of that username. */
export function mentions(text: string, username: string): boolean {
  const wanted = username.toLowerCase();
  return text.includes("@") &&
    pieces(text).some((piece) => piece.kind === "mention" && piece.username.toLowerCase() === wanted);
}

/** The names a text calls, each once as first written. */
export function namesIn(text: string): string[] {
  if (!text.includes("@")) return [];
  return [...new Set(pieces(text).flatMap((piece) => piece.kind === "mention" ? [piece.username] : []))];
}

function recognise(candidate: string): Piece | null {
  if (candidate[0] === "@") {
    const text = candidate.replace(/[.-]+$/, "");
    return text.length > 3 ? { kind: "mention", text, username: text.slice(1) } : null;
  }
  const text = withoutPunctuation(candidate);
  const href = address(text);
  return href ? { kind: "link", text, href } : null;
}

/** A sentence's own punctuation does not belong to an address at its end; a bracket does if it was opened in it. */
function withoutPunctuation(text: string): string {
  let end = text.length;
  while (end > 0) {
    const last = text[end - 1]!;
    if (!".,;:!?…،؛؟»«)]}'’”*_".includes(last)) break;
    if (last === ")" && text.lastIndexOf("(", end) >= 0) break;
    end--;
  }
  return text.slice(0, end);
}

/** The address a link leads to, or null: http and https only, whatever was written. */
function address(text: string): string | null {
  const hasScheme = /^https?:\/\//i.test(text);
  if (!hasScheme && !looksLikeHost(text)) return null;
  try {
    const url = new URL(hasScheme ? text : `https://${text}`);
    const web = url.protocol === "https:" || url.protocol === "http:";
    // A name before @ is how addresses lie about where they lead.
    return web && url.username === "" && url.hostname !== "" ? url.href : null;
  } catch {
    return null;
  }
}

function looksLikeHost(text: string): boolean {
  if (/^www\./i.test(text)) return true;
  const [host = ""] = text.split(/[/?#:]/);
  if (host.length < text.length && text[host.length] === "/") return true;
  return ENDINGS.has(host.slice(host.lastIndexOf(".") + 1).toLowerCase());
}
