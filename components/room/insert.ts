/**
 * Puts a text into a field in place of what stands between two places, as if it were typed: it can be undone,
 * and the field says that it changed.
 */
export function typeInto(field: HTMLTextAreaElement, text: string, start: number, end: number): void {
  field.focus();
  field.setSelectionRange(start, end);
  // The one way that keeps what can be undone; where there is none, the text matters more.
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, inputType: "insertText" }));
}

/** Types a mention at the caret, apart from the words around it. */
export function typeMention(field: HTMLTextAreaElement, username: string): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const before = start > 0 && !/\s$/.test(value.slice(0, start)) ? " " : "";
  const after = /^\s/.test(value.slice(end)) ? "" : " ";
  typeInto(field, `${before}@${username}${after}`, start, end);
}
