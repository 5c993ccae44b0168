import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { SeekField } from "@/components/SeekField.tsx";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { normalizeKey } from "@/lib/i18n/normalize.ts";
import { inOrder } from "@/lib/realtime/client/entries.ts";
import type { Entry } from "@/lib/realtime/client/entry.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { createDraft } from "./draft.ts";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { ListedRow } from "./ListedRow.tsx";
import { ListMenu } from "./ListMenu.tsx";
import type { Opened } from "./ListMenu.tsx";
import { onListKey, useSteps } from "./list_keys.ts";
import { nameOf } from "./naming.ts";
import type { Shell } from "./shell.ts";

/** From so many conversations on one looks for them by name. */
const MANY = 12;

export interface ListRowsProps {
  readonly shell: Shell;
  readonly dates: DateStyle;
  readonly now: number;
}

/** The conversations one is in, with what keeps them true, a menu for each, and a filter where they are many. */
export function ListRows({ shell, dates, now }: ListRowsProps) {
  const { session, t } = shell;
  const words = membersText(t.locale).list;
  const open_id = shell.view.value.room.conversation_id;
  const all = inOrder(session.entries.value.values())
    .filter((entry) => entry.id === open_id || isBegun(entry, session.me.id));
  const sought = useSignal("");
  const opened = useSignal<Opened | null>(null);
  const leaving = useSignal<Entry | null>(null);
  const key = normalizeKey(sought.value.trim());
  const entries = key === ""
    ? all
    : all.filter((entry) => normalizeKey(nameOf(t, entry, session.me.id)).includes(key));
  useSteps(shell);

  // What was put on top has a line below it.
  const last_pinned = key === ""
    ? entries.findLastIndex(({ kind, is_pinned }) => kind === "global" || is_pinned)
    : -1;
  useEffect(() => {
    if (opened.value && !session.entries.peek().has(opened.value.id)) opened.value = null;
  }, [all]);

  return (
    <>
      {all.length >= MANY && (
        <SeekField
          class="needs-scripts mx-2 mb-2"
          label={t.list.filter}
          value={sought.value}
          onInput={(text) => void (sought.value = text)}
          onKey={(event) => {
            if (event.key !== "Escape" || sought.peek() === "") return;
            event.preventDefault();
            sought.value = "";
          }}
        />
      )}
      <ul onKeyDown={onListKey}>
        {entries.map((entry, index) => (
          <ListedRow
            key={entry.id}
            shell={shell}
            entry={entry}
            dates={dates}
            now={now}
            apart={index === last_pinned && index < entries.length - 1}
            onMenu={(at) => void (opened.value = { id: entry.id, at })}
          />
        ))}
      </ul>
      {all.length < 2 && <p class="px-2 pt-4 text-13 text-muted">{words.emptyText}</p>}
      {entries.length === 0 && (
        <p class="px-2 pt-2 text-13 text-muted" role="status">
          {words.nothingFound}
        </p>
      )}
      {opened.value && (
        <ListMenu
          // A menu is opened as it is drawn.
          key={opened.value.id}
          shell={shell}
          opened={opened.value}
          onClose={() => void (opened.value = null)}
          onLeave={(entry) => void (leaving.value = entry)}
        />
      )}
      {leaving.value && (
        <LeaveDialog
          shell={shell}
          entry={leaving.value}
          onClose={() => void (leaving.value = null)}
        />
      )}
    </>
  );
}

/**
 * Whether there is anything in it to come back to. What one of two people only opened says nothing to the other yet,
 * and nothing to oneself once one has left it.
 */
function isBegun({ id, kind, last_message, is_pinned }: Entry, me_id: number): boolean {
  return kind !== "direct" || last_message !== null || is_pinned || createDraft(me_id, id).load() !== "";
}
