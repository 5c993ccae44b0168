import { Fragment } from "preact";
import { Button } from "@/components/Button.tsx";
import { membersText } from "@/lib/i18n/members/mod.ts";
import type { MembersText } from "@/lib/i18n/members/mod.ts";
import { ModalFrame } from "./ModalFrame.tsx";
import type { OverlayProps } from "./overlay_props.ts";

type Words = MembersText["keys"];
/** As it stands on the keys. Drawn in browsers alone. */
const IS_MAC = /Mac|iP/.test(navigator.platform);
const CONTROL = IS_MAC ? "⌘" : "Ctrl";
/** What one does, and the keys that do it: those of one row together, rows by choice. */
type Line = readonly [what: (t: Words) => string, ...ways: readonly (readonly string[])[]];

const groups = (enter_sends: boolean): readonly (readonly [(t: Words) => string, readonly Line[]])[] => [
  [(t) => t.groups.anywhere, [
    [(t) => t.help, ["?"], [CONTROL, "/"]],
    [(t) => t.start, [IS_MAC ? "⌃" : "Alt", "N"]],
    [(t) => t.search, [CONTROL, "K"]],
    [(t) => t.conversations, ["Alt", "↑"], ["Alt", "↓"]],
    [(t) => t.toMessages, ["Shift", "Tab"]],
    [(t) => t.leave, ["Esc"]],
    [(t) => t.readAll, ["Esc"]],
  ]],
  [(t) => t.groups.writing, [
    [(t) => t.send, ...(enter_sends ? [["Enter"]] : []), [CONTROL, "Enter"]],
    [(t) => t.newLine, ...(enter_sends ? [] : [["Enter"]]), ["Shift", "Enter"]],
    [(t) => t.editLast, ["↑"]],
  ]],
  [(t) => t.groups.reading, [
    [(t) => t.move, ["↑"], ["↓"]],
    [(t) => t.pages, ["PgUp"], ["PgDn"]],
    [(t) => t.ends, ["Home"], ["End"]],
    [(t) => t.actions, ["Enter"]],
    [(t) => t.menu, ["Menu"], ["Shift", "F10"]],
    [(t) => t.reply, ["Shift", "Enter"]],
    [(t) => t.react, ["+"]],
    [(t) => t.pills, ["←"], ["→"]],
    [(t) => t.copy, [CONTROL, "C"]],
    [(t) => t.edit, ["F2"]],
    [(t) => t.delete, ["Del"]],
  ]],
  [(t) => t.groups.pictures, [
    [(t) => t.pictures, ["←"], ["→"]],
    [(t) => t.zoom, ["+"], ["-"], ["0"]],
    [(t) => t.close, ["Esc"]],
  ]],
];

/** What the keyboard can do. */
export function KeysDialog({ view, dates, onClose }: OverlayProps<"keys">) {
  const t = membersText(dates.locale).keys;
  return (
    <ModalFrame
      title={t.title}
      wide
      onClose={onClose}
      actions={(close) => <Button autoFocus onClick={close}>{view.t.nav.close}</Button>}
    >
      {() =>
        groups(view.room.notifications.value.enter_sends).map(([title, lines]) => (
          <section key={title(t)} class="mt-3">
            <h3 class="text-12 font-550 text-muted">{title(t)}</h3>
            <dl>
              {lines.map(([what, ...ways]) => (
                <div key={what(t)} class="flex items-center gap-3 py-1">
                  <dt class="flex-1 text-14 text-ink">{what(t)}</dt>
                  <dd class="flex-none flex items-center gap-1.5 text-12 text-muted">
                    {ways.map((keys, index) => (
                      <Fragment key={keys.join()}>
                        {index > 0 && <span>{t.or}</span>}
                        <span dir="ltr" class="inline-flex gap-1">
                          {keys.map((key) => <kbd key={key} class="kbd">{key}</kbd>)}
                        </span>
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </ModalFrame>
  );
}
