import { actsText } from "@/lib/i18n/acts/mod.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { admit, FILES_MAX, nameFor } from "@/lib/realtime/client/upload_rules.ts";
import type { Refusal } from "@/lib/realtime/client/upload_rules.ts";
import { isPicture } from "@/lib/realtime/client/parcel.ts";
import type { LocalFile } from "@/lib/realtime/client/parcel.ts";

/** Sentences that are shown at once about what was left out. */
const SAID_MAX = 2;

/**
 * What of some files joins those that are chosen already, ready to be shown, and why the rest does not.
 * @param max bytes of one file
 */
export function choose(
  chosen: readonly File[],
  given: readonly File[],
  max: number,
  t: ChatText,
): { taken: LocalFile[]; why: string } {
  const { taken, refused } = admit(chosen, given, max);
  return { taken: taken.map(toLocal), why: sayWhy(refused, max, t) };
}

function toLocal(given: File): LocalFile {
  const name = nameFor(given)!;
  const file = name === given.name ? given : new File([given], name, { type: given.type });
  return { file, url: isPicture(file) ? URL.createObjectURL(file) : null, width: null, height: null };
}

/** Each reason once, with the first file it is true of. */
function sayWhy(refused: readonly Refusal[], max: number, t: ChatText): string {
  const reasons = new Map(refused.toReversed().map((one) => [one.reason, one]));
  return [...reasons.values()].reverse().slice(0, SAID_MAX).map((one) => sentence(one, max, t)).join(" ");
}

function sentence({ name, reason }: Refusal, max: number, { locale, files: { size } }: ChatText): string {
  const { refused } = actsText(locale);
  if (reason === "count") return refused.count(FILES_MAX);
  return refused[reason](name, size(reason === "total" ? 2 * max : max));
}
