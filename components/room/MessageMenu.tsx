import { Menu } from "@/components/Menu.tsx";
import { actItems } from "./menu_items.ts";
import type { OverlayProps } from "./overlay_props.ts";

/** Everything that can be done with a message, beside the pointer or its button. */
export function MessageMenu({ view, overlay, onClose }: OverlayProps<"menu">) {
  const { message, at } = overlay;
  const items = actItems(view, message).map(({ act, icon, label }) => ({
    label,
    icon,
    tone: act === "delete" ? "danger" as const : "plain" as const,
    apart: act === "delete",
    // Once the menu is gone and the focus is back where it was.
    onSelect: () => view.act(act, message),
  }));
  const label = view.t.message.tools;
  return (
    // Nothing stands outside of a landmark.
    <section aria-label={label}>
      <Menu id="message-menu" label={label} items={items} at={at} onClose={onClose} />
    </section>
  );
}
