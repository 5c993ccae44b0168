import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { UsernameAnswer } from "@/lib/protocol/accounts.ts";
import { ask } from "./ask.ts";
import type { LiveWords, ProfileWords } from "./words.ts";

/** How long one must pause before the server is asked, in milliseconds. */
const PAUSE = 350;

export interface UsernameState {
  /** Why it cannot be had. */
  readonly fault: string | null;
  /** That it can, or that the server is being asked. */
  readonly hint: string | null;
}

const NOTHING: UsernameState = { fault: null, hint: null };

/** What the server says of a username while one types it. Without an answer nothing is said: saving will tell. */
export function useUsername(
  typed: string,
  own: string,
  words: ProfileWords,
  live: LiveWords,
): UsernameState {
  const state = useSignal(NOTHING);
  useEffect(() => {
    if (typed.trim() === own || typed.trim() === "") {
      state.value = NOTHING;
      return;
    }
    let stale = false;
    const timer = setTimeout(async () => {
      state.value = { fault: null, hint: words.checking };
      const path = `/api/auth/me/username?username=${encodeURIComponent(typed)}`;
      const answer = await ask<UsernameAnswer>("GET", path, live).catch(() => null);
      // Another answer is awaited by now.
      if (stale) return;
      if (!answer) state.value = NOTHING;
      else if (answer.available) state.value = { fault: null, hint: words.free };
      else state.value = { fault: answer.detail ?? null, hint: null };
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [typed, own]);
  return state.value;
}
