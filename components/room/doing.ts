import { actsText } from "@/lib/i18n/acts/mod.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import type { MessageAct } from "./acts.ts";
import type { RoomView } from "./view.ts";

/** Does one of the acts that ask for nothing more. */
export async function doAct(view: RoomView, act: MessageAct, message: Message): Promise<void> {
  const { done } = actsText(view.t.locale);
  if (act === "pin" || act === "unpin") await pin(view, message, act === "pin");
  else if (act === "link") say(view, await copyText(linkTo(view, message)), done.linkCopied);
  else if (act === "copy") say(view, await copyText(message.content), done.textCopied);
}

function say({ notices, t }: RoomView, copied: boolean, words: string): void {
  if (copied) notices.say(words, "plain");
  else notices.say(actsText(t.locale).done.notCopied, "bad");
}

async function pin({ room, t, notices }: RoomView, { id }: Message, on: boolean): Promise<void> {
  const method = on ? "PUT" : "DELETE";
  const headers = { accept: "application/json" };
  const answer = await fetch(`/api/messages/${id}/pin`, { method, headers }).catch(() => null);
  const body = await answer?.json().catch(() => null);
  if (!answer?.ok) return notices.say(body?.detail ?? t.connection.notNow, "bad");
  room.take(body);
  const { done } = actsText(t.locale);
  notices.say(on ? done.pinned : done.unpinned, "plain");
}

/** The address of a message, for others who may read it. */
function linkTo({ room }: RoomView, { id }: Message): string {
  return `${location.origin}${room.path}?m=${id}`;
}

/** Puts a text on the clipboard; false where the browser does not let us. */
async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) return await navigator.clipboard.writeText(text).then(() => true, () => false);
  // Where the page is not secure there is no such clipboard: what is marked can still be copied.
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sr-only";
  document.body.append(area);
  const before = document.activeElement as HTMLElement | null;
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  before?.focus();
  return copied;
}
