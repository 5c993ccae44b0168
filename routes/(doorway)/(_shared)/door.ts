import { type Context, page, type PageResponse } from "fresh";
import { z } from "zod";
import type { SignIn } from "@/lib/accounts/accounts.ts";
import { errorSentence, isErrorCode, zodSentence } from "@/lib/i18n/errors/mod.ts";
import { type PagesText, pagesText } from "@/lib/i18n/pages/mod.ts";
import { readForm } from "@/lib/web/body.ts";
import { reportFault, toRefusal } from "@/lib/web/errors.ts";
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

/** Sentences by field; the empty name holds what belongs to none. */
export type Faults = Readonly<Record<string, string>>;

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
  const { locale, time_zone, request_id, app } = ctx.state;
  const refusal = toRefusal(error, locale, time_zone);
  reportFault(error, refusal, { request_id, log: app.log });
  const { password: _password, token: _token, next = null, ...typed } = fields;
  const door = await openDoor(ctx, next);
  const faults = error instanceof z.ZodError
    ? faultsOf(error, ctx)
    : { [refusal.field ?? ""]: refusal.detail };
  const headers: HeadersInit = refusal.retry_after ? { "retry-after": String(refusal.retry_after) } : {};
  return page({ ...door, typed, faults }, { status: refusal.status, headers });
}

/** All that is wrong, not the first alone: nobody likes to be told one thing at a time. */
function faultsOf(error: z.ZodError, { state: { locale } }: Context<State>): Faults {
  const faults: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    faults[field] ??= isErrorCode(issue.message)
      ? errorSentence(locale, issue.message)
      : zodSentence(locale, issue);
  }
  return faults;
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
