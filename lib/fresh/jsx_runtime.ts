/**
 * Preact's JSX runtime with two repairs for templates that the server precompiles; the import map puts
 * it in place of `preact/jsx-runtime`.
 */
import { jsxAttr as preactAttr, jsxEscape as preactEscape } from "preact-jsx-runtime";

export { Fragment, jsx, jsxs, jsxTemplate } from "preact-jsx-runtime";
export type { JSX } from "preact-jsx-runtime";

/** Attributes for which "false" says something else than their absence (besides aria-* and data-*). */
const ENUMERATED = new Set(["contenteditable", "draggable", "spellcheck", "writingsuggestions"]);

/** As Preact's, but `aria-hidden={false}` says "false" instead of vanishing, and true says "true". */
export function jsxAttr(name: string, value: unknown): string {
  if (value !== null && typeof value === "object" && name !== "style") value = value.valueOf();
  if (typeof value === "boolean" && (/^(aria|data)-/.test(name) || ENUMERATED.has(name))) {
    return `${name}="${value}"`;
  }
  return preactAttr(name, value as string) ?? "";
}

/** As Preact's, but leaves lists to the renderer, which escapes their strings itself: not twice. */
export function jsxEscape(value: unknown): ReturnType<typeof preactEscape> {
  if (Array.isArray(value)) return value;
  return preactEscape(value as string);
}
