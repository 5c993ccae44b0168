import type { z } from "zod";
import type { ErrorCode } from "@/lib/protocol/errors.ts";

/** What a method of a route does, in the schemas that it validates with. */
export interface Operation {
  /** What it does, as the beginning of a sentence, without a full stop. */
  readonly summary: string;
  /** What one must know besides. A blank line parts paragraphs; `code` stands in backticks. */
  readonly description?: string;
  /**
   * Who may ask at all; default: whoever is signed in. What of it they may see is another matter. `site`: whoever has
   * a site's key, from where that counts; `guest`: its visitors; `somebody`: whoever is signed in, and visitors of sites.
   */
  readonly access?: "anyone" | "signed_in" | "staff" | "site" | "guest" | "somebody";
  /** Segments of the path that are something else than an id. */
  readonly params?: Readonly<Record<string, z.ZodType>>;
  /** An object schema. */
  readonly query?: z.ZodType;
  /** A JSON object, as `readJson` takes it. */
  readonly body?: z.ZodType;
  /** The body may be left out. */
  readonly body_optional?: boolean;
  /** A URL-encoded form, as `readForm` takes it. */
  readonly form?: z.ZodType;
  /** A multipart body with files. */
  readonly files?: FilesBody;
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Refusals of its own; those that follow from the rest are added by themselves. */
  readonly errors?: readonly ErrorCode[];
}

export interface FilesBody {
  /** Files of one request, in fields called `file`. */
  readonly most: number;
  /** What they are, in a few words. */
  readonly says: string;
  /** The fields beside them: an object schema. */
  readonly fields?: z.ZodType;
}

/** The schema of a JSON body, null where there is none, or either with words. */
export type Answer = z.ZodType | null | {
  readonly says: string;
  readonly body?: z.ZodType | null;
  /** Media types of what is no JSON. */
  readonly types?: readonly string[];
  /** Headers worth knowing, with what they say. */
  readonly headers?: Readonly<Record<string, string>>;
};

type Methods<Handler> = Handler extends (...args: never[]) => unknown ? { readonly GET: Operation }
  : { readonly [Method in keyof Handler]: Operation };

/**
 * The documentation of a route, beside its handlers: `export const docs = describe<typeof handler>({…})`.
 * A method that is not described does not compile, nor one that is not there.
 */
export function describe<Handler>(operations: Methods<Handler>): Methods<Handler> {
  return operations;
}
