import { signal } from "@preact/signals";
import type { Me, Notifications } from "@/lib/protocol/accounts.ts";
import { ask } from "./ask.ts";

/** What somebody wants to hear and how Enter works, as their account has it on all devices. */
export function createWishes(start: Notifications) {
  const notifications = signal(start);

  /**
   * Changes some of it, here at once.
   * @throws Error with a sentence to show, an empty one where there was no answer; all is as it was before
   */
  async function wish(changed: Partial<Notifications>): Promise<void> {
    const before = notifications.peek();
    notifications.value = { ...before, ...changed };
    try {
      const me = await ask<Pick<Me, "notifications">>("PATCH", "/api/auth/me", { notifications: changed });
      notifications.value = me.notifications;
    } catch (error) {
      notifications.value = before;
      throw error;
    }
  }

  return { notifications, wish };
}

export type Wishes = ReturnType<typeof createWishes>;
