import { useSignal } from "@preact/signals";
import { useContext } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { bell, externalLink, languages, trash2 } from "@/components/late_icons.ts";
import { Menu } from "@/components/Menu.tsx";
import type { Anchor } from "@/components/place.ts";
import { openWindow } from "@/lib/widget/client/popout.ts";
import { WidgetContext } from "./context.ts";

/** What can be done with the chat itself: its sound, its language, its window, and being forgotten. */
export function FrameMenu({ at, onClose }: { at: Anchor; onClose: () => void }) {
  const { frame, t, layout, dates } = useContext(WidgetContext);
  const asks = useSignal(false);
  const busy = useSignal(false);
  const { sound, config, phase } = frame;
  const is_in = phase.value.kind === "chat";

  const forget = async () => {
    busy.value = true;
    await frame.forget();
    busy.value = false;
    onClose();
  };

  if (asks.value) {
    return (
      <Dialog
        open
        title={t.forget.title}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{t.forget.cancel}</Button>
            <Button tone="danger" disabled={busy.value} onClick={() => void forget()}>
              {t.forget.confirm}
            </Button>
          </>
        }
      >
        {t.forget.text}
      </Dialog>
    );
  }
  return (
    <Menu
      id="frame-menu"
      label={t.menu.label}
      at={at}
      // The question stays after the menu is gone.
      onClose={() => setTimeout(() => asks.peek() || onClose())}
      items={[
        {
          label: t.menu.soundOn,
          icon: bell,
          checked: sound.value,
          onSelect: () => frame.setSound(!sound.peek()),
        },
        // A site that speaks one language alone is not spoken to in another.
        ...config.value.locale === "auto"
          ? [{
            label: t.menu.language,
            icon: languages,
            onSelect: () => frame.speak(dates.locale === "fa" ? "en" : "fa"),
          }]
          : [],
        ...is_in && layout !== "popout"
          ? [{ label: t.menu.popout, icon: externalLink, onSelect: () => frame.popOut(openWindow) }]
          : [],
        ...is_in
          ? [{
            ...{ label: t.menu.restart, icon: trash2, tone: "danger" as const, apart: true },
            onSelect: () => void (asks.value = true),
          }]
          : [],
      ]}
    />
  );
}
