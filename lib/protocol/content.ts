import { z } from "zod";
import type { ErrorCode } from "./errors.ts";

/** Longest message, in Unicode code points. */
export const CONTENT_MAX = 4000;

/** The message a schema gives when it refuses: a code that every language has a sentence for. */
const code = (value: ErrorCode): string => value;

/**
 * Something one can see: no space, control character or character that is drawn as nothing (ZWNJ, direction
 * marks, fillers, variation selectors), nor the empty Braille cell.
 */
const VISIBLE = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

const WellFormed = z.string()
  // Two UTF-16 units a code point at most: refuses the huge before counting.
  .refine((text) => text.length <= CONTENT_MAX * 2, { error: code("content_too_long"), abort: true })
  .transform((text) => text.toWellFormed().replaceAll("\0", ""));

/** Whether there is anything to see in a text. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);

const fits = (text: string) => text.length <= CONTENT_MAX || [...text].length <= CONTENT_MAX;

/**
 * Text of a message: well-formed Unicode without NUL, not blank, at most {@link CONTENT_MAX} code points.
 * Otherwise kept as typed: spaces, direction marks and ZWNJ are the writer's.
 */
export const Content = WellFormed
  .refine((text) => VISIBLE.test(text), code("content_empty"))
  .refine(fits, code("content_too_long"))
  .meta({ minLength: 1, maxLength: CONTENT_MAX, description: "Plain text, kept as typed; not blank." });

/** Text that may be left out where there is something else to see, such as files: what is blank is empty. */
export const Caption = WellFormed
  .transform((text) => VISIBLE.test(text) ? text : "")
  .refine(fits, code("content_too_long"))
  .meta({ maxLength: CONTENT_MAX, description: "Plain text; may be empty where the message has files." });

/** The sender's own name for a message: the same one again creates nothing. Printable ASCII. */
export const ClientId = z.string().regex(/^[\x21-\x7e]{1,100}$/, code("client_id_invalid"))
  .describe("The sender’s own name for it: the same one again creates nothing.");
