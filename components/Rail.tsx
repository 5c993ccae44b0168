import type { ComponentChildren } from "preact";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { IconButton } from "./Button.tsx";
import { messageCircle, settings } from "./chat_icons.ts";
import { Mark } from "./Mark.tsx";

export interface RailProps {
  readonly t: ChatText;
  /** The section one is in. */
  readonly at?: "chats" | "settings" | "admin";
  /** The way to the admin panel, for whom it is there. */
  readonly staff?: ComponentChildren;
  /** At its foot: one's own menu. */
  readonly children: ComponentChildren;
}

/** The narrow column of the program's sections, on screens that have room for it. */
export function Rail({ t, at = "chats", staff, children }: RailProps) {
  return (
    <nav
      aria-label={t.nav.sections}
      class="flex-none max-md:hidden flex flex-col items-center gap-1 w-rail py-3 bg-surface-2 border-e border-line"
    >
      <Mark class="size-7 mb-3" />
      <IconButton size="lg" icon={messageCircle} label={t.nav.chats} href="/chat" active={at === "chats"} />
      {staff}
      <span class="flex-1" />
      <IconButton
        size="lg"
        icon={settings}
        label={t.nav.settings}
        href="/settings"
        active={at === "settings"}
      />
      {children}
    </nav>
  );
}
