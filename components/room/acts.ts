import type { Anchor } from "@/components/place.ts";
import type { ConversationKind, Message, Role, User } from "@/lib/protocol/entities.ts";
import type { RoomView } from "./view.ts";

/** What one can do with a message. */
export type MessageAct =
  | "like"
  | "dislike"
  | "react"
  | "more"
  | "reply"
  | "copy"
  | "link"
  | "edit"
  | "pin"
  | "unpin"
  | "report"
  | "history"
  | "seen"
  | "delete";

/** Roles that may act on what others wrote. */
const MODERATORS: readonly (Role | null)[] = ["owner", "admin"];

/** Whether somebody is offered this; the server decides. */
export function canDo(
  me: Pick<User, "id" | "role">,
  act: MessageAct,
  message: Message,
  kind?: ConversationKind,
): boolean {
  const { sender, is_deleted, is_edited, is_pinned } = message;
  const own = sender.id === me.id;
  const moderates = MODERATORS.includes(me.role);
  // Of what is gone only its past is left, for those who may read it.
  if (act === "history") return moderates && (is_edited || is_deleted);
  if (is_deleted) return false;
  switch (act) {
    case "copy":
      return message.content !== "";
    case "edit":
      return own;
    case "delete":
      return own || moderates;
    case "pin":
      return moderates && !is_pinned;
    case "unpin":
      return moderates && is_pinned;
    case "report":
      return !own;
    // Between two people the ticks say it.
    case "seen":
      return own && (kind === "group" || kind === "team");
    default:
      return true;
  }
}

/** Opens what an act asks for first; false for one that asks for nothing. */
export function openFor(
  { overlay }: RoomView,
  act: MessageAct,
  message: Message,
  at: Anchor | undefined,
): boolean {
  if (act === "delete" || act === "report" || act === "history" || act === "seen") {
    overlay.value = { kind: act, message };
  } else if (act === "more" && at) overlay.value = { kind: "menu", at, message };
  else if (act === "react" && at) overlay.value = { kind: "emoji", at, message };
  else return act === "more" || act === "react";
  return true;
}
