import { loadPrivateLook } from "./look.ts";
import type { Opening } from "./shell.ts";

/** How long one waits for a conversation to open, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Fetches what a conversation is opened with, around a message where one is asked for. "gone" is one that there is
 * not, or not for whoever asks; "failed" what may be tried again.
 */
export async function fetchOpening(
  id: number,
  message_id: number | null,
): Promise<Opening | "gone" | "failed"> {
  const query = message_id === null ? "" : `?m=${message_id}`;
  const answer = await fetch(`/chat/c/${id}/opening${query}`, {
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => null);
  if (answer?.status === 404) return "gone";
  // Led to the door: nobody is signed in any more.
  if (answer?.redirected) location.reload();
  if (!answer?.ok || answer.redirected) return "failed";
  try {
    const opening: Opening = await answer.json();
    if (opening.room.conversation.kind !== "global") await loadPrivateLook();
    return opening;
  } catch {
    return "failed";
  }
}
