import { AppError } from "@/lib/protocol/errors.ts";
import * as conversations from "@/db/conversations.ts";
import type { NewRow, Row } from "@/db/schema.ts";
import * as settings from "@/db/settings.ts";
import type { Statement } from "@/db/store.ts";
import type { Access } from "./access.ts";
import type { Actor } from "./actor.ts";
import { twice } from "./commit.ts";
import type { Commit } from "./commit.ts";
import { toTime } from "./entities.ts";
import type { Emit } from "./events.ts";

/** The last moment a `Date` knows. */
const FOREVER = 8.64e15;

/** Whether somebody wants no notice of a conversation; `muted_until` is null without an end. */
export interface Mute {
  readonly is_muted: boolean;
  /** ISO 8601. */
  readonly muted_until: string | null;
}

interface Deps {
  readonly now: () => number;
  readonly access: Access;
  readonly commit: Commit;
  readonly emit: Emit;
}

/** What people want of their conversations: nobody else's matter. */
export function createSettings({ now, access, commit, emit }: Deps) {
  /**
   * Wants no notice of a conversation until then (epoch milliseconds), or without an end.
   * @throws AppError `not_found`, `invalid_input` for a time that is past, `unavailable`
   */
  async function mute(actor: Actor, conversation_id: number, until: number | null): Promise<Mute> {
    if (until !== null && until <= now()) throw new AppError("invalid_input", {}, "until");
    return await set(actor, conversation_id, until ?? FOREVER);
  }

  /** Wants notices of it again. @throws AppError `not_found`, `unavailable` */
  async function unmute(actor: Actor, conversation_id: number): Promise<Mute> {
    return await set(actor, conversation_id, null);
  }

  async function set(actor: Actor, conversation_id: number, muted_until: number | null): Promise<Mute> {
    await keep(actor, conversation_id, { muted_until }, settings.mute);
    return toMute(muted_until, now());
  }

  /** Keeps a conversation on top of one's own list, or lets it go. @throws AppError `not_found`, `unavailable` */
  async function pin(actor: Actor, conversation_id: number, on: boolean): Promise<{ is_pinned: boolean }> {
    await keep(actor, conversation_id, { pinned_at: on ? now() : null }, settings.pin);
    return { is_pinned: on };
  }

  async function keep(
    actor: Actor,
    conversation_id: number,
    wish: Partial<Pick<Row<"conversation_settings">, "muted_until" | "pinned_at">>,
    write: (row: NewRow<"conversation_settings">) => Statement,
  ): Promise<void> {
    await twice(async () => {
      const { conversation, ground } = await access.toRead(actor, conversation_id);
      const { workspace_id, kind } = conversation;
      const at = now();
      const row = { conversation_id, actor_id: actor.id, workspace_id, updated_at: at, ...wish };
      return commit([
        conversations.stands({
          asker: actor,
          right: { ground, voice: "not needed" },
          conversation_id,
          at,
        }),
        write(row),
      ], () => {
        // Their other devices show it too.
        const place = { id: conversation_id, kind, workspace_id };
        emit({ type: "settings", conversation: place, actor_id: actor.id });
      });
    });
  }

  return { mute, unmute, pin };
}

export type Settings = ReturnType<typeof createSettings>;

export function toMute(muted_until: number | null, at: number): Mute {
  const is_muted = muted_until !== null && muted_until > at;
  return { is_muted, muted_until: is_muted && muted_until < FOREVER ? toTime(muted_until) : null };
}
