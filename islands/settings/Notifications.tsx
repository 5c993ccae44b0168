import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { ask } from "@/components/settings/ask.ts";
import { useNotices, useSignedIn } from "@/components/settings/hooks.ts";
import { Row } from "@/components/settings/Row.tsx";
import { Said } from "@/components/settings/Said.tsx";
import { Switch } from "@/components/settings/Switch.tsx";
import type { LiveWords } from "@/components/settings/words.ts";
import type { Me, Notifications as Kept } from "@/lib/protocol/accounts.ts";
import type { SettingsText } from "@/lib/i18n/settings/mod.ts";

export interface NotificationsProps {
  readonly kept: Kept;
  readonly words: SettingsText["notifications"];
  readonly live: LiveWords;
}

/** What this browser lets a site do; `unsupported` also where the address is not secure. */
type Permission = keyof SettingsText["notifications"]["states"];

const ACTION = "/settings/notifications";

/** Sound, notices of the browser, and what Enter does: in force at once. */
export default function Notifications({ kept, words, live }: NotificationsProps) {
  const notices = useNotices();
  const wishes = useSignal(kept);
  const permission = usePermission();
  const allowed = permission.value;
  useSignedIn();

  async function change(part: Partial<Kept>): Promise<void> {
    const was = wishes.peek();
    wishes.value = { ...was, ...part };
    try {
      const { notifications } = await ask<Me>("PATCH", "/api/auth/me", live, { notifications: part });
      wishes.value = notifications;
    } catch (error) {
      wishes.value = was;
      notices.say((error as Error).message, "bad");
    }
  }

  /** A browser asks only where somebody pressed something, and only once. */
  async function askBrowser(): Promise<void> {
    if (permission.peek() === "default") permission.value = await Notification.requestPermission();
  }

  async function changeDesktop(on: boolean): Promise<void> {
    if (on) await askBrowser();
    // What the browser has blocked cannot be wished for here; the sentence below says how to undo it.
    if (!on || permission.peek() === "granted") await change({ desktop: on });
  }

  return (
    <>
      <Row id="sound" title={words.sound} note={words.soundHint}>
        <Switch
          row="sound"
          name="sound"
          action={ACTION}
          checked={wishes.value.sound}
          onChange={(sound) => void change({ sound })}
        />
      </Row>
      <Row
        id="desktop"
        title={words.desktop}
        note={
          <>
            <p>{words.desktopHint}</p>
            {allowed && (
              <p
                aria-live="polite"
                class={allowed === "denied" ? "mt-1 text-ink" : "mt-1"}
                data-permission={allowed}
              >
                {words.states[allowed]}
              </p>
            )}
          </>
        }
      >
        {wishes.value.desktop && allowed === "default" && (
          <Button size="sm" onClick={askBrowser}>{words.ask}</Button>
        )}
        <Switch
          row="desktop"
          name="desktop"
          action={ACTION}
          checked={wishes.value.desktop}
          disabled={!wishes.value.desktop && (allowed === "denied" || allowed === "unsupported")}
          onChange={(desktop) => void changeDesktop(desktop)}
        />
      </Row>
      <Row id="every" title={words.every} note={words.everyHint}>
        <Switch
          row="every"
          name="all_messages"
          action={ACTION}
          checked={wishes.value.all_messages}
          onChange={(all_messages) => void change({ all_messages })}
        />
      </Row>
      <Row id="enter" title={words.enter} note={words.enterHint}>
        <Switch
          row="enter"
          name="enter_sends"
          action={ACTION}
          checked={wishes.value.enter_sends}
          onChange={(enter_sends) => void change({ enter_sends })}
        />
      </Row>
      <Said notices={notices} dismiss={live.dismiss} />
    </>
  );
}

/** What the browser allows, also when it is changed beside the page; null until a script can tell. */
function usePermission() {
  const permission = useSignal<Permission | null>(null);
  useEffect(() => {
    const supported = "Notification" in globalThis && isSecureContext;
    const look = () => void (permission.value = supported ? Notification.permission : "unsupported");
    look();
    let watched: PermissionStatus | undefined;
    if (supported) {
      navigator.permissions?.query({ name: "notifications" }).then((status) => {
        watched = status;
        status.addEventListener("change", look);
      }, () => {});
    }
    addEventListener("focus", look);
    return () => {
      watched?.removeEventListener("change", look);
      removeEventListener("focus", look);
    };
  }, []);
  return permission;
}
