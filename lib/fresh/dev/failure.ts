import type { BuildFailure } from "esbuild";

/** A build that did not succeed; the message says where in the sources. */
export class BuildFailed extends Error {
  override name = "BuildFailed";

  constructor(cause: unknown) {
    super(describe(cause), { cause });
  }
}

/** esbuild's errors hold a list with places; others speak for themselves. */
function describe(cause: unknown): string {
  const errors = (cause as Partial<BuildFailure>)?.errors;
  if (cause instanceof Deno.errors.PermissionDenied || cause instanceof Deno.errors.NotCapable) {
    return `What is built for browsers cannot be written: ${cause.message}. Build as a user who may, or let this one.`;
  }
  if (!Array.isArray(errors)) return cause instanceof Error ? cause.message : String(cause);
  return errors.map(({ text, location }) => location ? `${location.file}:${location.line}: ${text}` : text)
    .join("\n");
}
