import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button, IconButton } from "@/components/Button.tsx";
import { useFocusNext } from "@/components/focus.ts";
import { Icon } from "@/components/Icon.tsx";
import { circleAlert } from "@/components/icons.ts";
import { plus, trash2 } from "@/components/late_icons.ts";
import type { Me } from "@/lib/protocol/accounts.ts";
import type { InGameId } from "@/lib/protocol/entities.ts";
import { cx } from "@/lib/ui/cx.ts";
import { ask } from "./ask.ts";
import { GameCell } from "./GameCell.tsx";
import { useAwake } from "./hooks.ts";
import { Save } from "./Save.tsx";
import type { LiveWords, ProfileWords } from "./words.ts";

export interface GamesFormProps {
  /** As they are kept. */
  readonly games: readonly InGameId[];
  /** As they were typed into a form that was refused. */
  readonly typed: readonly InGameId[] | null;
  readonly words: ProfileWords;
  readonly live: LiveWords;
  readonly fault?: string;
  readonly onSaved: (me: Me) => void;
}

const GAMES_MAX = 20;
const GAME_MAX = 40;
const ID_MAX = 80;

interface Entry extends InGameId {
  /** What makes it the same row when others go. */
  readonly key: number;
}

/** Under which name one is found in which game. Without scripts there is always one empty row. */
export function GamesForm({ games, typed, words, live, fault, onSaved }: GamesFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const focusNext = useFocusNext(form);
  const awake = useAwake();
  const next = useRef(0);
  const keyed = (all: readonly InGameId[]): Entry[] => all.map((one) => ({ ...one, key: next.current++ }));
  const entries = useSignal<Entry[] | null>(null);
  entries.value ??= keyed(typed ?? games);
  const problem = useSignal(fault ?? null);
  const saving = useSignal(false);

  const rows = entries.value;
  const filled = cleaned(rows);
  const unsaved = JSON.stringify(filled) !== JSON.stringify(games.map(({ game, id }) => ({ game, id })));
  const spare = awake ? [] : [{ key: -1, game: "", id: "" }];

  function change(key: number, part: Partial<InGameId>): void {
    problem.value = null;
    entries.value = rows.map((row) => row.key === key ? { ...row, ...part } : row);
  }

  function add(): void {
    const key = next.current++;
    entries.value = [...rows, { key, game: "", id: "" }];
    focusNext(`[data-key="${key}"] input`);
  }

  function remove(key: number): void {
    problem.value = null;
    entries.value = rows.filter((row) => row.key !== key);
    // The button that was pressed is gone: on with the next thing there is.
    focusNext("[data-add]");
  }

  async function save(): Promise<void> {
    if (saving.peek()) return;
    if (filled.some(({ game, id }) => game === "" || id === "")) {
      problem.value = words.gameIncomplete;
      return;
    }
    saving.value = true;
    try {
      const me = await ask<Me>("PATCH", "/api/auth/me", live, { in_game_ids: filled });
      entries.value = keyed(me.in_game_ids);
      onSaved(me);
    } catch (error) {
      problem.value = (error as Error).message;
    } finally {
      saving.value = false;
    }
  }

  return (
    <form
      ref={form}
      method="post"
      action="/settings/profile"
      class="grid gap-3 py-4"
      onSubmit={(event: Event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input type="hidden" name="part" value="games" />
      {/* Enter in a field presses the first button of a form: that is not to be one that removes. */}
      <button type="submit" hidden tabIndex={-1} />
      {rows.length === 0 && <p class="needs-scripts text-13 text-muted">{words.gamesEmpty}</p>}
      <ul class={cx("grid gap-3", rows.length === 0 && "without-scripts")}>
        {[...rows, ...spare].map((row, index) => (
          <li key={row.key} data-key={row.key} class="flex items-end gap-2">
            <div class="flex-1 grid grid-cols-2 gap-2">
              <GameCell
                name={`game_${index}`}
                label={words.game}
                value={row.game}
                max={GAME_MAX}
                first={index === 0}
                onInput={(game) =>
                  change(row.key, { game })}
              />
              <GameCell
                name={`id_${index}`}
                label={words.gameId}
                value={row.id}
                max={ID_MAX}
                first={index === 0}
                onInput={(id) =>
                  change(row.key, { id })}
              />
            </div>
            <IconButton
              type="submit"
              icon={trash2}
              label={words.removeGame}
              size="lg"
              name="remove"
              value={index}
              onClick={(event: Event) => {
                event.preventDefault();
                remove(row.key);
              }}
            />
          </li>
        ))}
      </ul>
      {problem.value && (
        <p role="alert" class="flex items-start gap-1.5 text-12 text-danger">
          <Icon of={circleAlert} size={14} class="mt-[calc((1lh_-_14px)/2)]" />
          <span dir="auto">{problem.value}</span>
        </p>
      )}
      {awake && (
        <div>
          <Button data-add size="sm" icon={plus} disabled={rows.length >= GAMES_MAX} onClick={add}>
            {rows.length >= GAMES_MAX ? words.gamesFull : words.addGame}
          </Button>
        </div>
      )}
      {(!awake || unsaved || saving.value) && (
        <Save live={live} saving={saving.value} unsaved={awake && unsaved} />
      )}
    </form>
  );
}

/** Without what is wholly empty. */
function cleaned(rows: readonly InGameId[]): InGameId[] {
  return rows.map(({ game, id }) => ({ game: game.trim(), id: id.trim() }))
    .filter(({ game, id }) => game !== "" || id !== "");
}
