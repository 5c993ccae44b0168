import { type Context, page, type PageResponse } from "fresh";
import { z } from "zod";
import type { SignIn } from "@/lib/accounts/accounts.ts";
import { type PagesText, pagesText } from "@/lib/i18n/pages/mod.ts";
import { readForm } from "@/lib/web/body.ts";
import { type Faults, refuseForm } from "@/lib/web/form.ts";
import { localPath } from "@/lib/web/path.ts";
import { sessionCookie } from "@/lib/web/session.ts";
import type { State } from "@/lib/web/state.ts";

/** What every page of the doorway shows. */
export interface Door {
  /** Name of the workspace one is about to enter. */
  readonly place: string;
  /** Accounts can be made by whoever comes. */
  readonly is_open: boolean;
  /** Where to go once one is in. */
  readonly next: string;
  /** What was typed, to be kept; never a password. */
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: Faults;
}

export const HOME = "/chat";

/** A door that nobody has knocked at yet. */
export async function openDoor(ctx: Context<State>, next: string | null): Promise<Door> {
  const { app, locale } = ctx.state;
  const workspace = await app.workspaces.getDefault();
  return {
    // The name it was born with is Peyk's own, which each language spells its way.
    place: workspace.name === "Peyk" ? pagesText(locale).appName : workspace.name,
    is_open: workspace.registration === "open",
    next: localPath(next, HOME),
    typed: {},
    faults: {},
  };
}

/** Answers who comes to the door by a link: whoever is in already is led on. */
export async function welcome(ctx: Context<State>): Promise<Response | PageResponse<Door>> {
  const door = await openDoor(ctx, ctx.url.searchParams.get("next"));
  return ctx.state.actor ? ctx.redirect(door.next) : page(door);
}

/** The address of the other door, with where one wants to go. */
export function otherDoor(path: "/login" | "/register", { next }: Pick<Door, "next">): string {
  return next === HOME ? path : `${path}?next=${encodeURIComponent(next)}`;
}

/** The fields of a plain form. @throws {AppError} for what is none */
export function readFields(ctx: Context<State>): Promise<Record<string, string>> {
  return readForm(ctx.req, z.record(z.string(), z.string()));
}

/** Signs the browser in and sends it on; 303, so that a reload does not post again. */
export function enter(ctx: Context<State>, { cookie }: SignIn, next: string | undefined): Response {
  const headers = new Headers({ location: localPath(next, HOME) });
  if (cookie !== null) headers.append("set-cookie", sessionCookie(ctx, cookie));
  return new Response(null, { status: 303, headers });
}

/** The page again, with what was typed and what is wrong with it. */
export async function refuse(ctx: Context<State>, error: unknown, fields: Record<string, string>) {
  const { faults, init } = refuseForm(ctx, error);
  const { password: _password, token: _token, next = null, ...typed } = fields;
  return page({ ...await openDoor(ctx, next), typed, faults }, init);
}

/** What the layout of a doorway page needs beside its own words. */
export function doorProps(ctx: { state: State; url: URL }, door: Pick<Door, "place">) {
  const { locale, theme } = ctx.state;
  const t: PagesText = pagesText(locale);
  return {
    t,
    locale,
    theme,
    place: door.place,
    path: ctx.url.pathname + ctx.url.search,
    panel: t.door.panel,
  };
}

/** The field to begin with: the first that is wrong, else the first that is empty. */
export function startingField({ typed, faults }: Pick<Door, "typed" | "faults">, fields: readonly string[]) {
  return fields.find((field) => faults[field] !== undefined) ?? fields.find((field) => !typed[field]);
}

/** The words of a password field, for the island that draws it. */
export function passwordWords(t: PagesText, kind: "new" | "current", label: string) {
  const { show, hide, atLeast, strengths } = t.password;
  return { label, show, hide, ...(kind === "new" && { atLeast, strengths }) };
}
