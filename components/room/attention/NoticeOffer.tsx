import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { bell } from "@/components/late_icons.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";
import type { Shell } from "../shell.ts";

/** Asks, below the conversations and only once, whether the browser may show notices: when one first comes back. */
export function NoticeOffer({ shell }: { shell: Shell }) {
  const { session, t, notices } = shell;
  const words = membersText(t.locale).attention;
  const key = `peyk:offered:${session.me.id}`;
  const is_open = useSignal(false);

  useEffect(() => {
    // Undefined where the browser has none, or the page is not secure.
    const permission = globalThis.Notification?.permission;
    const wants = session.notifications.peek().desktop && permission === "granted";
    if (permission === undefined || permission === "denied" || wants || wasOffered(key)) return;
    // Who has just come back knows what it is good for.
    const onReturn = () => void (is_open.value = true);
    addEventListener("focus", onReturn, { once: true });
    return () => removeEventListener("focus", onReturn);
  }, []);

  function close(): void {
    is_open.value = false;
    try {
      localStorage.setItem(key, "1");
    } catch {
      // Denied: it is asked again with the next page.
    }
  }

  async function allow(): Promise<void> {
    const permission = await Notification.requestPermission();
    close();
    if (permission !== "granted") return notices.say(words.refused, "bad");
    await session.wish({ desktop: true }).catch((error) => {
      notices.say(error.message || t.connection.notNow, "bad");
    });
  }

  if (!is_open.value) return null;
  return (
    <section
      aria-label={words.offer}
      class="flex-none mx-2 mb-2 px-3 pt-2.5 pb-2 rounded-lg bg-surface-1 ring-line"
    >
      <p class="flex gap-2.5 text-13 text-ink-2">
        <Icon of={bell} size={16} class="flex-none mt-0.5 text-accent" />
        {words.offer}
      </p>
      <div class="flex justify-end gap-1 mt-1.5">
        <Button tone="quiet" size="sm" onClick={close}>{words.notNow}</Button>
        <Button tone="line" size="sm" onClick={allow}>{words.allow}</Button>
      </div>
    </section>
  );
}

function wasOffered(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
