import Profile from "@/islands/settings/Profile.tsx";
import { number } from "@/lib/i18n/mod.ts";
import { rankIn } from "@/lib/i18n/ranks.ts";
import type { State } from "@/lib/web/state.ts";
import type { InGameId } from "@/lib/protocol/entities.ts";
import type { Section, shellProps } from "./section.ts";

export interface ProfileSectionProps {
  readonly state: State;
  readonly section: Section & { readonly games?: readonly InGameId[] | null };
  readonly shell: ReturnType<typeof shellProps>;
}

/** The first section, which the page of all sections shows as well. */
export function ProfileSection({ state: { locale }, section, shell }: ProfileSectionProps) {
  const { me, typed, faults, games = null } = section;
  const { first_name, last_name, username } = typed;
  return (
    <Profile
      self={shell.user}
      words={shell.t.profile}
      live={shell.t.live}
      score={number(locale, me.score)}
      rank={me.rank === null ? null : rankIn(locale, me.rank)}
      typed={username === undefined ? {} : { first_name, last_name, username }}
      typed_games={games}
      faults={faults}
    />
  );
}
