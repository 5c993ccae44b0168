import * as memberships from "@/db/memberships.ts";
import * as users from "@/db/users.ts";
import type { MeRow } from "@/db/users.ts";
import { type Statement, UniqueViolation } from "@/db/store.ts";
import { type Actor, isStaff } from "@/lib/chat/actor.ts";
import { nameKeys, toUser } from "@/lib/chat/people.ts";
import { nameOrder } from "@/lib/i18n/order.ts";
import type { Tiers } from "@/lib/chat/ranks.ts";
import type {
  Calendar,
  Language,
  Me,
  Notifications,
  OwnSetting,
  Profile,
  Theme,
} from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { usernameKey } from "@/lib/protocol/username.ts";
import type { Context } from "./context.ts";

/** What whoever has chosen nothing hears. The browser asks before it shows notices, so they are to be asked for. */
const NOTIFICATIONS: Notifications = {
  sound: true,
  desktop: false,
  all_messages: false,
  enter_sends: true,
};

/** What of a profile others see at once, wherever they meet that person. */
const SHOWN = ["username", "first_name", "last_name", "in_game_ids"] as const;

/** What only oneself has to do with. */
const OWN: readonly OwnSetting[] = ["language", "calendar", "theme", "time_zone", "notifications"];

/** How people see and change themselves. How others see them is the core's `people`. */
export function createProfiles({ store, now, ranks, limits, onPersonChanged, onSettingsChanged }: Context) {
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
      if (Object.keys(changes).length > 0) {
        await store.batch([users.update(actor.id, changes, now()), ...await renaming(actor, input)]);
      }
    } catch (error) {
      if (error instanceof UniqueViolation) throw new AppError("username_taken", {}, "username");
      throw error;
    }
    if (SHOWN.some((field) => input[field] !== undefined)) onPersonChanged(actor.id);
    const changed = OWN.filter((field) => input[field] !== undefined);
    const after = await me(actor);
    if (changed.length > 0) onSettingsChanged(actor.id, { changed, notifications: after.notifications });
    return after;
  }

  /** Whoever has another name stands elsewhere in the lists. */
  async function renaming(actor: Actor, { username, first_name, last_name }: Profile): Promise<Statement[]> {
    if (username === undefined && first_name === undefined && last_name === undefined) return [];
    const was = await me(actor);
    const names = {
      username: username ?? was.username,
      first_name: first_name ?? was.first_name,
      last_name: last_name ?? was.last_name,
    };
    return [memberships.rename(actor.id, nameOrder(names))];
  }

  /**
   * Whether one could be called that; one's own is always free to oneself.
   * @throws {AppError} `username_taken`, `rate_limited`
   */
  async function requireFree({ id }: Actor, username: string): Promise<void> {
    limits.username(id);
    const holder = await store.get(users.byUsernameKey(usernameKey(username)));
    if (holder && holder.id !== id) throw new AppError("username_taken", {}, "username");
  }

  /** What a change leaves out stays as it was. */
  async function mergeNotifications(actor: Actor, changed: Partial<Notifications>): Promise<string> {
    return JSON.stringify({ ...(await me(actor)).notifications, ...changed });
  }

  return { me, updateProfile, requireFree };
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
