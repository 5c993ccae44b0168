import { namesIn } from "@/lib/i18n/pieces.ts";
import { usernameKey } from "@/lib/protocol/username.ts";

/** People one message can call. */
const CALLED_MAX = 20;

/** The keys of the usernames that a text calls, each once; beyond twenty nobody is called. */
export function calledIn(content: string): string[] {
  return [...new Set(namesIn(content).map(usernameKey))].slice(0, CALLED_MAX);
}
