import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RoomView } from "./view.ts";

/** Longer after the page than one needs to find what one came for, in milliseconds. */
const AFTER = 3000;

type Background = typeof import("./background.ts");

/** Fetches what is not needed at first sight; rejects without a network. */
export const fetchBackground = (): Promise<Background> => import("./background.ts");

/** What was not needed at first sight, once it is there: a while after the page, or when one first looks away. */
export function useBackground(view: RoomView): Background | null {
  const background = useSignal<Background | null>(null);
  useEffect(() => {
    const last_seq = view.room.known.peek().at(-1)?.seq ?? 0;
    let stopping: (() => void)[] = [];
    let ended = false;
    const begin = () => {
      calm();
      fetchBackground().then((module) => {
        if (ended) return;
        background.value = module;
        stopping = [module.callWhenAway(view, last_seq), module.keepReadable(view)];
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
