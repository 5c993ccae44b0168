import { pin } from "@/components/chat_icons.ts";
import { checkCheck, history, pencil, reply } from "@/components/icons.ts";
import { copy, flag, link, pinOff, trash2 } from "@/components/late_icons.ts";
import type { IconShape } from "@/components/icons.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import type { MessageAct, RoomView } from "./view.ts";

export interface ActItem {
  readonly act: Extract<
    MessageAct,
    "reply" | "copy" | "link" | "edit" | "pin" | "unpin" | "report" | "history" | "seen" | "delete"
  >;
  readonly icon: IconShape;
  readonly label: string;
}

const ACTS: readonly (readonly [ActItem["act"], IconShape])[] = [
  ["reply", reply],
  ["copy", copy],
  ["link", link],
  ["edit", pencil],
  ["pin", pin],
  ["unpin", pinOff],
  ["report", flag],
  ["history", history],
  ["seen", checkCheck],
  ["delete", trash2],
];

/** What somebody is offered to do with a message, in a menu as in a sheet. */
export function actItems({ t, can }: RoomView, message: Message): ActItem[] {
  return ACTS.filter(([act]) => can(act, message))
    .map(([act, icon]) => ({ act, icon, label: t.message[act] }));
}
