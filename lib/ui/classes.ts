/** Where a class name was first seen, for the message when it is no class. */
export interface ClassUse {
  readonly name: string;
  readonly line: number;
}

/**
 * Finds the class names in a TSX source: literals in attributes whose name ends in `class`, and in calls
 * of `cx(…)`. Strings compared with `===` or `!==` are conditions and not classes.
 *
 * @throws {SyntaxError} when a name is glued together at run time (`` `bg-${x}` ``): the stylesheet could
 * not know it.
 */
export function collectClasses(source: string): ClassUse[] {
  const found: ClassUse[] = [];
  const code = blankComments(source);
  const opening = /\b\w*[cC]lass=(["{])|\bcx(\()/g;
  for (let match; (match = opening.exec(code));) {
    const start = match.index + match[0].length;
    const bracket = match[1] ?? match[2];
    const line = code.slice(0, start).split("\n").length;
    if (bracket === '"') {
      add(found, code.slice(start, code.indexOf('"', start)), line);
    } else {
      const end = readExpression(code, start, bracket === "{" ? "}" : ")", found, line);
      // Literals of nested cx() calls are already in: go on behind the expression.
      opening.lastIndex = end;
    }
  }
  return found;
}

/** Comments become spaces of the same shape, so that line numbers stay. `://` of addresses is no comment. */
function blankComments(source: string): string {
  return source.replace(
    /\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/.*$/gm,
    (comment) => comment.replace(/[^\n]/g, " "),
  );
}

/** Reads strings up to the bracket that closes the expression; answers the place behind it. */
function readExpression(code: string, start: number, close: string, found: ClassUse[], line: number): number {
  const open = close === "}" ? "{" : "(";
  let depth = 1;
  let at = start;
  while (at < code.length) {
    const char = code[at]!;
    if (char === '"' || char === "'" || char === "`") {
      const end = endOfString(code, at);
      const text = code.slice(at + 1, end);
      if (!isCondition(code, at, end)) {
        if (char === "`") addTemplate(found, text, line);
        else add(found, text, line);
      }
      at = end + 1;
      continue;
    }
    if (char === open) depth++;
    if (char === close && --depth === 0) return at + 1;
    at++;
  }
  return at;
}

function endOfString(code: string, at: number): number {
  const quote = code[at];
  let end = at + 1;
  while (end < code.length && code[end] !== quote) end += code[end] === "\\" ? 2 : 1;
  return end;
}

function isCondition(code: string, start: number, end: number): boolean {
  return /[!=]==?\s*$/.test(code.slice(Math.max(0, start - 8), start)) ||
    /^\s*[!=]==?/.test(code.slice(end + 1, end + 9));
}

function addTemplate(found: ClassUse[], text: string, line: number): void {
  if (/[^\s]\$\{|\$\{[^}]*\}[^\s]/.test(text)) {
    throw new SyntaxError(
      `line ${line}: a class name is glued together in \`${text}\`; write the whole name`,
    );
  }
  add(found, text.replace(/\$\{[^}]*\}/g, " "), line);
}

function add(found: ClassUse[], text: string, line: number): void {
  for (const name of text.split(/\s+/)) {
    if (name) found.push({ name, line });
  }
}
