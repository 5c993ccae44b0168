import { FILE_NAME_MAX } from "@/lib/protocol/uploads.ts";

/** Controls, direction overrides and what means something in a path or a shell's listing. */
const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069<>:"|?*]+/gu;

/**
 * What a file is called from here on: the last part of what its uploader called it, without what could
 * rearrange the text around it, cut in its middle where it is long so that its ending stays.
 */
export function safeName(given: string): string {
  // Browsers write quotes and line breaks of a name as these.
  const decoded = given.replace(/%22/g, '"').replace(/%0[da]/gi, " ").toWellFormed().normalize("NFC");
  const last = decoded.split(/[/\\]/).at(-1)!;
  const clean = last.replace(UNSAFE, " ").replace(/\s+/g, " ").trim().replace(/^\.+/, "");
  const points = [...clean];
  if (points.length <= FILE_NAME_MAX) return clean === "" ? "file" : clean;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? "";
  return points.slice(0, FILE_NAME_MAX - ending.length).join("").trimEnd() + ending;
}
