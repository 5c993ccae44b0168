import { type Signal, signal } from "@preact/signals";
import type { Context } from "fresh";
import type { SectionName } from "@/components/settings/Sections.tsx";
import type { ShellProps } from "@/components/settings/Shell.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { type SettingsText, settingsText } from "@/lib/i18n/settings/mod.ts";
import type { Me } from "@/lib/protocol/accounts.ts";
import type { User } from "@/lib/protocol/entities.ts";
import type { Faults, RefusedForm } from "@/lib/web/form.ts";
import { requireActor } from "@/lib/web/session.ts";
import type { State } from "@/lib/web/state.ts";

/** What every section shows. */
export interface Section {
  readonly me: Me;
  readonly faults: Faults;
  /** What was typed into a form that was refused; never a password. */
  readonly typed: Readonly<Record<string, string>>;
  /** What a form just did. */
  readonly done: Done | null;
}

type Done = keyof SettingsText["done"];

/** A section as it stands, or after a form that was refused. */
export async function openSection(
  ctx: Context<State>,
  refused: Partial<RefusedForm> & { readonly typed?: Section["typed"] } = {},
): Promise<Section> {
  const { app, locale } = ctx.state;
  const asked = ctx.url.searchParams.get("done");
  const done = Object.keys(settingsText(locale).done).find((one) => one === asked) as Done | undefined;
  return {
    me: await app.accounts.me(requireActor(ctx)),
    faults: refused.faults ?? {},
    typed: refused.typed ?? {},
    done: refused.faults ? null : done ?? null,
  };
}

/** Back to the section; 303, so that a reload does not post again. */
export function goBack(ctx: Context<State>, section: SectionName, done: Done): Response {
  return ctx.redirect(`/settings/${section}?done=${done}`, 303);
}

/** What the frame around a section needs, and oneself as all islands of the page share it. */
export function shellProps(
  { state }: { state: State },
  { me, done, faults }: Section,
  section: SectionName,
): Omit<ShellProps, "self" | "children"> & { user: Signal<User> } {
  const t = settingsText(state.locale);
  return {
    t,
    me,
    section,
    chat: chatText(state.locale),
    done: done === null ? undefined : t.done[done],
    fault: faults[""],
    user: signal(seenByOthers(me)),
  };
}

/** Addresses and settings are no matter of the parts that draw how others see one. */
function seenByOthers(me: Me): User {
  const { id, username, first_name, last_name, profile_picture, score, rank, role, in_game_ids } = me;
  return { id, username, first_name, last_name, profile_picture, score, rank, role, in_game_ids };
}
