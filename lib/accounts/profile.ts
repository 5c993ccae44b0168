import * as users from "@/db/users.ts";
import type { MeRow } from "@/db/users.ts";
import { UniqueViolation } from "@/db/store.ts";
import { type Actor, isStaff } from "@/lib/chat/actor.ts";
import { nameKeys, toUser } from "@/lib/chat/people.ts";
import type { Tiers } from "@/lib/chat/ranks.ts";
import type { Calendar, Language, Me, Notifications, Profile, Theme } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { usernameKey } from "@/lib/protocol/username.ts";
import type { Context } from "./context.ts";

/** What whoever has chosen nothing hears. The browser asks before it shows notices, so they are to be asked for. */
const NOTIFICATIONS: Notifications = { sound: true, desktop: false, enter_sends: true };

/** How people see and change themselves. How others see them is the core's `people`. */
export function createProfiles({ store, now, ranks }: Context) {
  /** Oneself. @throws {AppError} `unauthenticated` for whoever is no member. */
  async function me({ workspace_id, id }: Pick<Actor, "workspace_id" | "id">): Promise<Me> {
    const row = await store.get(users.me(workspace_id, id));
    if (!row) throw new AppError("unauthenticated");
    return toMe(row, await ranks.of(workspace_id));
  }

  /** Changes one's own profile. @throws {AppError} `username_taken` */
  async function updateProfile(actor: Actor, input: Profile): Promise<Me> {
    const { username, in_game_ids, notifications, ...plain } = input;
    const changes = {
      ...plain,
      ...nameKeys(plain),
      ...(username !== undefined && { username, username_key: usernameKey(username) }),
      ...(notifications && { notifications: await mergeNotifications(actor, notifications) }),
      ...(in_game_ids && { in_game_ids: JSON.stringify(in_game_ids) }),
    };
    try {
      if (Object.keys(changes).length > 0) await store.batch([users.update(actor.id, changes, now())]);
    } catch (error) {
      if (error instanceof UniqueViolation) throw new AppError("username_taken", {}, "username");
      throw error;
    }
    return await me(actor);
  }

  /** What a change leaves out stays as it was. */
  async function mergeNotifications(actor: Actor, changed: Partial<Notifications>): Promise<string> {
    return JSON.stringify({ ...(await me(actor)).notifications, ...changed });
  }

  return { me, updateProfile };
}

export type Profiles = ReturnType<typeof createProfiles>;

function toMe(row: MeRow, tiers: Tiers): Me {
  return {
    ...toUser(row, tiers),
    email: row.email,
    role: row.role,
    is_staff: isStaff(row),
    language: row.language as Language | null,
    calendar: row.calendar as Calendar | null,
    theme: row.theme as Theme | null,
    time_zone: row.time_zone,
    muted_until: row.muted_until === null ? null : new Date(row.muted_until).toISOString(),
    notifications: { ...NOTIFICATIONS, ...JSON.parse(row.notifications) },
    workspace: {
      id: row.workspace_id,
      slug: row.workspace_slug,
      name: row.workspace_name,
      language: row.workspace_language as Language,
      time_zone: row.workspace_time_zone,
    },
  };
}
