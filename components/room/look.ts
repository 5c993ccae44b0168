import type { ComponentType } from "preact";
import type { BubbleProps } from "@/components/Bubble.tsx";
import type { PrivateLook } from "./private.ts";
import type { RoomView } from "./view.ts";

let known: PrivateLook | null = null;

/** Called by what private conversations look like, as soon as it has come. */
export function registerPrivateLook(look: PrivateLook): void {
  known = look;
}

/** Fetches it before such a conversation is shown, where the page came without. @throws where it does not come */
export async function loadPrivateLook(): Promise<void> {
  if (known === null) await import("./private.ts");
}

/** What a log is drawn with beside its rows. */
export type LogLook = Pick<PrivateLook, "Bubble" | "First" | "Nothing" | "Receipt" | "SeenLine">;

/** How a log is drawn where it is not the room of everybody, whose own look this module comes with. */
export function logLook(view: RoomView): LogLook | null {
  return view.outside?.look ?? privateLook(view);
}

/** What is drawn only where few talk; null in the room of everybody. */
export function privateLook({ room }: RoomView): PrivateLook | null {
  return room.kind === "global" ? null : known;
}

/** How the messages of a room are drawn. A bubble takes what a row takes, and more. */
export function messageLook(view: RoomView): ComponentType<BubbleProps> {
  return view.bubbles && logLook(view)?.Bubble || view.row;
}
