/**
 * What a message is made of, for those who show it and for the server, which must find the same names in it.
 */

/** A piece of a message: plain, a link to a page, an e-mail address, or a mention of somebody. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "link" | "email"; text: string; href: string }
  | { kind: "mention"; text: string; username: string };

// A label of a host, and what may follow a host. Punctuation that only sentences of ours use ends an address,
// as spaces do: «ببینید example.com/a، خوب است».
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const REST = String.raw`[^\s<>"،؛؟«»\u2066-\u2069]`;
// Looked for in one pass: an e-mail address, an address with scheme, a bare domain, or @ and a name. Each
// alternative is bounded and begins with something rare, so a hostile text costs no more than a long one.
const CANDIDATE = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}_@./\u200c-])(?:` +
    [
      String
        .raw`[a-z0-9_+](?:[a-z0-9._+-]{0,62}[a-z0-9_+])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}`,
      String.raw`https?:\/\/${REST}{1,2000}`,
      String.raw`(?:${LABEL}\.){1,8}[\p{L}\p{M}]{2,24}(?::\d{1,5})?(?:[/?#]${REST}{0,2000})?`,
      String.raw`@[\p{L}\p{N}_.-][\p{L}\p{M}\p{N}_.-]{2,31}`,
    ].join("|") +
    String.raw`)(?![\p{L}\p{M}\p{N}_@])`,
  "giu",
);

// Endings of bare words that are addresses. Others need a scheme, "www." or a path: notes.txt, main.rs
// and "e.g." are none.
const ENDINGS = new Set(
  "com org net edu gov info biz io dev app ir ac co me ai eu uk de fr tr iq af tj ae us ca nl se ch at it es in example"
    .split(" "),
);

// Of hosts in other scripts only those with endings that are no words: «آمد.it» is a missing space.
const FOREIGN_ENDINGS = new Set("com org net ir ایران".split(" "));
const EMAIL = /^[^/@:]+@[^/@:]+$/;
const ASCII = /^[\x21-\x7e]+$/;

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
  if (EMAIL.test(text)) return { kind: "email", text, href: `mailto:${text}` };
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

/**
 * An address as one reads it: escaped letters of any script as letters. What could pass for something else
 * (spaces, signs that turn the direction round) stays escaped.
 */
export function readable(address: string): string {
  if (!address.includes("%")) return address;
  try {
    const text = decodeURI(address);
    return /[\s\p{C}]/u.test(text) ? address : text;
  } catch {
    return address;
  }
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
  const ending = host.slice(host.lastIndexOf(".") + 1).toLowerCase();
  if (!ASCII.test(host)) return FOREIGN_ENDINGS.has(ending);
  return (host.length < text.length && text[host.length] === "/") || ENDINGS.has(ending);
}
