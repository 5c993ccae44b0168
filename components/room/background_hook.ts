import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Shell } from "./shell.ts";

/** Longer after the page than one needs to find what one came for, in milliseconds. */
const AFTER = 3000;

type Background = typeof import("./background.ts");

/** Fetches what is not needed at first sight; rejects without a network. */
export const fetchBackground = (): Promise<Background> => import("./background.ts");

/** What was not needed at first sight, once it is there: a while after the page, or when one first looks away. */
export function useBackground(shell: Shell): Background | null {
  const background = useSignal<Background | null>(null);
  useEffect(() => {
    // What comes before that is there to tell of it is told then.
    const early: Message[] = [];
    let stopping = [shell.session.onNews((messages) => void early.push(...messages))];
    let ended = false;
    const begin = () => {
      calm();
      fetchBackground().then((module) => {
        if (ended) return;
        background.value = module;
        for (const stop of stopping) stop();
        stopping = [
          module.callWhenAway(shell, early),
          module.keepReadable(shell),
          module.watchIdle(shell.session),
        ];
      }, () => {});
    };
    const timer = setTimeout(begin, AFTER);
    const calm = () => {
      clearTimeout(timer);
      removeEventListener("blur", begin);
      document.removeEventListener("visibilitychange", begin);
    };
    addEventListener("blur", begin);
    document.addEventListener("visibilitychange", begin);
    return () => {
      ended = true;
      calm();
      for (const stop of stopping) stop();
    };
  }, []);
  return background.value;
}
