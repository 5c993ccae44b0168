import type { Notices } from "@/components/room/notice.ts";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string, t: AdminText["site"], notices: Notices): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notices.say(t.copied, "plain");
  } catch {
    // Browsers refuse it where the address is not secure, and where the page is not in use.
    notices.say(t.copyFailed, "bad");
  }
}
