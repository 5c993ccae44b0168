import * as instance from "@/db/instance.ts";
import * as memberships from "@/db/memberships.ts";
import * as users from "@/db/users.ts";
import * as workspaces from "@/db/workspaces.ts";
import type { WorkspaceRow } from "@/db/workspaces.ts";
import { ExpectationFailed, type Statement, UniqueViolation } from "@/db/store.ts";
import { ConfigError } from "@/lib/config.ts";
import { nameKeys } from "@/lib/chat/people.ts";
import { normalizeKey } from "@/lib/i18n/normalize.ts";
import { nameOrder } from "@/lib/i18n/order.ts";
import type { Language, Register, Setup } from "@/lib/protocol/accounts.ts";
import type { Role } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { usernameFromEmail, usernameKey } from "@/lib/protocol/username.ts";
import type { Client, Context } from "./context.ts";
import type { DraftSession, Sessions } from "./sessions.ts";
import { hashToken, newToken } from "./tokens.ts";

/** A person about to be made. */
interface NewPerson {
  readonly email: string;
  readonly password: string;
  readonly username?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly name?: string;
  readonly language?: Language;
}

/** Where a new person joins, as what, and what else their batch does. */
interface Joining {
  readonly workspace_id: number;
  readonly role: Role;
  readonly client: Client;
  readonly before: readonly Statement[];
}

/** How people come in: registration, and the first owner of an installation. */
export function createRegistration(context: Context, sessions: Sessions) {
  const { store, now, nextId, limits, passwords, log } = context;
  /** Once there is an owner there is always one: the last cannot be demoted or erased. */
  let is_owned = false;

  async function hasOwner(): Promise<boolean> {
    return is_owned ||= await store.get(users.owner(await context.workspaces.ensureDefault())) !== undefined;
  }

  /**
   * Makes an account, joined to a workspace and signed in.
   * @throws {AppError} `registration_closed`, `email_taken`, `username_taken`,
   *   `rate_limited`, `not_found` (workspace)
   */
  async function register(
    input: Register,
    client: Client,
  ): Promise<DraftSession & { user_id: number; workspace_id: number }> {
    limits.register(client.ip);
    const workspace = await findOpen(input.workspace);
    return await createPerson(input, { workspace_id: workspace.id, role: "member", client, before: [] });
  }

  async function findOpen(slug: string | undefined): Promise<WorkspaceRow> {
    const workspace = slug === undefined
      ? await context.workspaces.getDefault()
      : await context.workspaces.find(slug);
    if (workspace?.registration === "open") return workspace;
    // Which workspaces there are behind closed doors is nobody's business.
    throw new AppError(slug === undefined ? "registration_closed" : "not_found");
  }

  async function createPerson(person: NewPerson, { workspace_id, role, client, before }: Joining) {
    const email_key = emailKey(person.email);
    if (await store.get(users.credentialsByEmail(email_key))) throw new AppError("email_taken", {}, "email");
    const password_hash = await passwords.hash(person.password);
    const [id, at] = [nextId(), now()];
    const { language = null } = person;
    const names = namesOf(person);
    const row = {
      id,
      email: person.email,
      email_key,
      password_hash,
      password_changed_at: at,
      ...names,
      ...nameKeys(names),
      language,
    };
    const session = await sessions.draft(
      { user_id: id, email: person.email, workspace_id, role },
      "browser",
      client,
    );
    for (let attempt = 0;; attempt++) {
      const username = person.username ?? usernameFromEmail(person.email, attempt);
      try {
        await store.batch([
          ...before,
          ...users.insert({
            ...row,
            username,
            username_key: usernameKey(username),
            created_at: at,
            updated_at: at,
          }),
          memberships.insert({
            workspace_id,
            user_id: id,
            role,
            created_at: at,
            name_order: nameOrder({ ...names, username }),
          }),
          ...session.statements,
        ]);
        break;
      } catch (error) {
        if (!(error instanceof UniqueViolation)) throw error;
        if (error.on("users.email_key")) throw new AppError("email_taken", {}, "email");
        const another = person.username === undefined && attempt < 8;
        if (!another) throw new AppError("username_taken", {}, "username");
      }
    }
    log.info("user_created", { user_id: id, workspace_id, role });
    return { ...session, user_id: id, workspace_id };
  }

  /**
   * Readies the first start: makes the owner that the configuration names, or gives the path of a one-time
   * link that makes one (each start makes a new link and ends the one before). Null once there is an owner.
   * @throws {ConfigError} when somebody else has that owner's address already
   */
  async function firstRun(
    admin: { email: string; password: string } | null,
  ): Promise<{ setup_path: string } | null> {
    if (await hasOwner()) return null;
    const workspace_id = await context.workspaces.ensureDefault();
    if (admin) {
      await createOwner(admin, workspace_id);
      return null;
    }
    const token = newToken();
    await store.batch([instance.set("setup_token", hashToken(token), now())]);
    return { setup_path: `/setup?token=${token}` };
  }

  async function createOwner(
    admin: { email: string; password: string },
    workspace_id: number,
  ): Promise<void> {
    const client = { ip: "", user_agent: "first start" };
    const before = [users.unowned(workspace_id)];
    try {
      const { user_id } = await createPerson(admin, { workspace_id, role: "owner", client, before });
      log.info("owner_created", { user_id, workspace_id });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "email_taken") throw error;
      // Whoever registered it need not be who the operator means: no rights for them, and no new password.
      throw new ConfigError([
        `ADMIN_EMAIL ${admin.email} is the address of somebody who registered before there was an owner. ` +
        "Set another one, or neither ADMIN_EMAIL nor ADMIN_PASSWORD to get a one-time setup link.",
      ]);
    }
  }

  /** Whether this token opens the first-run page. */
  async function canSetUp(token: string): Promise<boolean> {
    if (await hasOwner()) return false;
    const known = await store.get(instance.get("setup_token"));
    return known !== undefined && known.value === hashToken(token);
  }

  /**
   * Makes the owner and names the workspace, once.
   * @throws {AppError} `not_found` for a token that is wrong or used: then there is no such page.
   */
  async function setup(input: Setup, client: Client) {
    limits.token(client.ip);
    if (!await canSetUp(input.token)) throw new AppError("not_found");
    const workspace_id = await context.workspaces.ensureDefault();
    const changes = {
      ...(input.workspace_name !== undefined && { name: input.workspace_name }),
      ...(input.language && { language: input.language }),
      ...(input.registration && { registration: input.registration }),
    };
    const before = [
      users.unowned(workspace_id),
      instance.take("setup_token", hashToken(input.token)),
      ...(Object.keys(changes).length > 0 ? [workspaces.update(workspace_id, changes)] : []),
    ];
    try {
      return await createPerson(input, { workspace_id, role: "owner", client, before });
    } catch (error) {
      if (error instanceof ExpectationFailed) throw new AppError("not_found");
      throw error;
    }
  }

  return { register, hasOwner, firstRun, canSetUp, setup };
}

/** What makes two e-mail addresses one account. */
export function emailKey(email: string): string {
  return normalizeKey(email);
}

/** First and last name, where only one line was given from its first space. */
function namesOf({ first_name, last_name, name }: NewPerson): { first_name: string; last_name: string } {
  if (first_name !== undefined || last_name !== undefined || name === undefined) {
    return { first_name: first_name ?? "", last_name: last_name ?? "" };
  }
  const space = name.indexOf(" ");
  if (space < 0) return { first_name: name, last_name: "" };
  return { first_name: name.slice(0, space), last_name: name.slice(space + 1) };
}
