import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { IconButton } from "./Button.tsx";
import { slidersHorizontal } from "./late_icons.ts";

/** The way to the admin panel, for whom it is there. */
export function RailStaff({ t, active = false }: { readonly t: ChatText; readonly active?: boolean }) {
  return <IconButton size="lg" icon={slidersHorizontal} label={t.nav.admin} href="/admin" active={active} />;
}
