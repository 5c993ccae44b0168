import { page } from "fresh";
import { z } from "zod";
import { settingsText } from "@/lib/i18n/settings/mod.ts";
import { IN_GAME_IDS_MAX, Profile } from "@/lib/protocol/accounts.ts";
import type { InGameId } from "@/lib/protocol/entities.ts";
import { isMultipart, readForm } from "@/lib/web/body.ts";
import { refuseForm } from "@/lib/web/form.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { Page } from "./(_shared)/Page.tsx";
import { ProfileSection } from "./(_shared)/ProfileSection.tsx";
import { goBack, openSection, type Section, shellProps } from "./(_shared)/section.ts";

/** What the section shows; `games` are those of a form that was refused. */
type Shown = Section & { readonly games: readonly InGameId[] | null };

const Names = Profile.pick({ username: true, first_name: true, last_name: true }).required();
const Games = Profile.shape.in_game_ids.unwrap();

export const handler = define.handlers({
  async GET(ctx) {
    return page<Shown>({ ...await openSection(ctx), games: null });
  },

  /** Without scripts: a picture is a body of its own, `part` says what of the others it is. */
  async POST(ctx) {
    const { accounts, uploads, requirePace } = ctx.state.app;
    const actor = requireActor(ctx);
    if (isMultipart(ctx.req)) {
      try {
        await uploads.setPicture(actor, ctx.req);
        return goBack(ctx, "profile", "picture");
      } catch (error) {
        const { faults, init } = refuseForm(ctx, error);
        // Whatever was wrong, it was wrong with the picture.
        const section = await openSection(ctx, { faults: { file: Object.values(faults)[0]! } });
        return page<Shown>({ ...section, games: null }, init);
      }
    }
    const fields = await readForm(ctx.req, z.record(z.string(), z.string()));
    requirePace(actor);
    if (fields.part === "picture") {
      await uploads.removePicture(actor);
      return goBack(ctx, "profile", "unpictured");
    }
    const games = fields.part === "games" ? readGames(fields) : null;
    try {
      if (games === null) {
        await accounts.updateProfile(actor, Names.parse(fields));
        return goBack(ctx, "profile", "names");
      }
      await accounts.updateProfile(actor, { in_game_ids: Games.parse(games) });
      return goBack(ctx, "profile", "games");
    } catch (error) {
      const { faults, init } = refuseForm(ctx, error);
      const section = games === null || !(error instanceof z.ZodError)
        ? await openSection(ctx, { faults, typed: games === null ? fields : {} })
        : await openSection(ctx, {
          faults: { games: gamesFault(error, settingsText(ctx.state.locale).profile) },
        });
      return page<Shown>({ ...section, games }, init);
    }
  },
});

export default define.page<typeof handler>((props) => {
  const shell = shellProps(props, props.data, "profile");
  return (
    <Page shell={shell}>
      <ProfileSection state={props.state} section={props.data} shell={shell} />
    </Page>
  );
});

/** The rows of the form that say something, without the one whose button was pressed. */
function readGames(fields: Readonly<Record<string, string>>): InGameId[] {
  return Array.from({ length: IN_GAME_IDS_MAX + 1 }, (_, row) => row)
    .filter((row) => fields.remove !== String(row))
    .map((row) => ({ game: (fields[`game_${row}`] ?? "").trim(), id: (fields[`id_${row}`] ?? "").trim() }))
    .filter(({ game, id }) => game !== "" || id !== "");
}

function gamesFault(
  { issues: [issue] }: z.ZodError,
  t: { gameIncomplete: string; gameTooLong: string; gamesFull: string },
): string {
  if (issue?.code !== "too_big") return t.gameIncomplete;
  return issue.path.length === 0 ? t.gamesFull : t.gameTooLong;
}
