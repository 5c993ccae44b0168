import * as instance from "@/db/instance.ts";
import * as workspaces from "@/db/workspaces.ts";
import type { WorkspaceRow } from "@/db/workspaces.ts";
import type { Store } from "@/db/store.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Language } from "@/lib/protocol/accounts.ts";

export interface NewWorkspace {
  readonly slug: string;
  readonly name: string;
  readonly language?: Language;
  /** IANA name; decides what "that day" means. */
  readonly time_zone?: string;
  readonly registration?: "open" | "invite" | "closed";
}

/** A workspace that was just made. */
export interface MadeWorkspace {
  readonly id: number;
  /** Its global room. */
  readonly global_id: number;
  /** Who writes its system lines. */
  readonly system_id: number;
}

export interface WorkspacesDeps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
}

/** The workspaces of this installation: what isolates people from each other. */
export function createWorkspaces({ store, now, nextId }: WorkspacesDeps) {
  let default_id: number | null = null;

  /** Makes the default workspace at first start; later finds it. Returns its id. */
  async function ensureDefault(): Promise<number> {
    if (default_id !== null) return default_id;
    const known = await store.get(instance.get("default_workspace"));
    if (known) return default_id = Number(known.value);
    const { made, statements } = draft({ slug: "default", name: "Peyk" });
    await store.batch([...statements, instance.set("default_workspace", String(made.id), now())]);
    return default_id = made.id;
  }

  /** Makes a workspace with its global room. @throws {UniqueViolation} when the slug is taken. */
  async function create(workspace: NewWorkspace): Promise<MadeWorkspace> {
    const { made, statements } = draft(workspace);
    await store.batch(statements);
    return made;
  }

  function draft(
    { slug, name, language = "fa", time_zone = "Asia/Tehran", registration = "open" }: NewWorkspace,
  ) {
    const made = { id: nextId(), global_id: nextId(), system_id: nextId() };
    const row = { id: made.id, slug, name, language, time_zone, registration, created_at: now() };
    return { made, statements: workspaces.insert(row, made) };
  }

  async function getDefault(): Promise<WorkspaceRow> {
    const workspace = await store.get(workspaces.byId(await ensureDefault()));
    if (!workspace) throw new AppError("not_found");
    return workspace;
  }

  const find = (slug: string): Promise<WorkspaceRow | undefined> => store.get(workspaces.bySlug(slug));

  return { ensureDefault, create, getDefault, find };
}

export type Workspaces = ReturnType<typeof createWorkspaces>;
