import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RoomView } from "./view.ts";

/** Screens with room for the list of members beside the messages, as in the stylesheet (`xl`, `lg`). */
const ROOMY = "(min-width: 1240px)";
const BESIDE = "(min-width: 1024px)";

/** Whether the list of members is open. The server cannot know the screen: until then it counts as closed. */
export function useMembersOpen({ members }: RoomView): boolean {
  const roomy = useMedia(ROOMY);
  return members.value === "open" || (members.value === "auto" && roomy);
}

/** Whether the list of members lies over the messages. */
export function useMembersOver(view: RoomView): boolean {
  const beside = useMedia(BESIDE);
  const open = useMembersOpen(view);
  return open && !beside;
}

function useMedia(query: string): boolean {
  const matches = useSignal(false);
  useEffect(() => {
    const media = matchMedia(query);
    const look = () => void (matches.value = media.matches);
    look();
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, []);
  return matches.value;
}
