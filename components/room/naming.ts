import { displayName } from "@/components/person.ts";
import type { Person } from "@/components/person.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { customerOf, otherOf } from "@/lib/realtime/client/entry.ts";
import type { Entry } from "@/lib/realtime/client/entry.ts";

/**
 * What a conversation is called: between two people by the other one, of oneself alone as one's notes, what a customer
 * asked without saying about what by the customer.
 */
export function nameOf(
  t: ChatText,
  entry: Pick<Entry, "kind" | "name"> & { readonly participants: readonly Person[] },
  me_id: number,
): string {
  if (entry.kind === "global") return t.room.globalName;
  const other = otherOf(entry, me_id);
  if (!other) {
    const customer = customerOf(entry);
    return entry.name ?? (customer ? displayName(customer) : t.list.nameless);
  }
  return other.id === me_id ? t.list.notes : displayName(other);
}
