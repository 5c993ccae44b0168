import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { GamesForm } from "@/components/settings/GamesForm.tsx";
import { useNotices, useSignedIn } from "@/components/settings/hooks.ts";
import { NamesForm } from "@/components/settings/NamesForm.tsx";
import type { Names } from "@/components/settings/NamesForm.tsx";
import { PictureEditor } from "@/components/settings/PictureEditor.tsx";
import { Preview } from "@/components/settings/Preview.tsx";
import { Part, Row } from "@/components/settings/Row.tsx";
import { Said } from "@/components/settings/Said.tsx";
import type { Faults, LiveWords, ProfileWords } from "@/components/settings/words.ts";
import type { InGameId, User } from "@/lib/protocol/entities.ts";

export interface ProfileProps {
  /** Oneself as kept; the same in all islands of the page. */
  readonly self: Signal<User>;
  readonly words: ProfileWords;
  readonly live: LiveWords;
  /** Score and rank as the reader's language writes them. */
  readonly score: string;
  readonly rank: string | null;
  /** Of a form that was sent without scripts and refused. */
  readonly typed: Partial<Names>;
  readonly typed_games: readonly InGameId[] | null;
  readonly faults: Faults;
}

/** Who one is to others: picture, names, games, and how it looks. */
export default function Profile(props: ProfileProps) {
  const { self, words, live, score, rank, typed, typed_games, faults } = props;
  const notices = useNotices();
  /** What stands in the fields. */
  const names = useSignal<Partial<Names>>(typed);
  const me = self.value;
  useSignedIn();

  const take = (user: User) => {
    self.value = user;
    notices.say(live.saved, "plain");
  };

  return (
    <>
      <Part title={words.picture}>
        <PictureEditor me={me} words={words} live={live} fault={faults.file} onChange={take} />
      </Part>
      <Part title={words.names}>
        <NamesForm
          me={me}
          words={words}
          live={live}
          typed={typed}
          faults={faults}
          onType={(typed) => void (names.value = typed)}
          onSaved={(user) => {
            names.value = {};
            take(user);
          }}
          onFault={(text) => notices.say(text, "bad")}
        />
      </Part>
      <Part title={words.preview}>
        <div class="pt-4">
          <Preview
            me={{ ...me, ...names.value }}
            rank={rank}
            label={words.preview}
            text={words.previewText}
          />
        </div>
        <Row id="score" title={words.score} note={words.scoreHint}>
          <b class="num text-20 font-700" dir="ltr">{score}</b>
        </Row>
        <Row id="rank" title={words.rank}>
          <span class={rank ? "font-600" : "text-muted"}>{rank ?? words.noRank}</span>
        </Row>
      </Part>
      <Part title={words.games} note={words.gamesHint}>
        <GamesForm
          games={me.in_game_ids}
          typed={typed_games}
          words={words}
          live={live}
          fault={faults.games}
          onSaved={take}
        />
      </Part>
      <Said notices={notices} dismiss={live.dismiss} />
    </>
  );
}
