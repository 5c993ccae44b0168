import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

/**
 * Gives what moves the focus to the first element within `place` that fits a selector, as soon as that is drawn: in
 * the same turn, since until the next frame keys would go to nobody where what had the focus is gone.
 */
export function useFocusNext(place: RefObject<HTMLElement | null>): (selector: string) => void {
  const [wanted, want] = useState<{ readonly selector: string } | null>(null);
  useLayoutEffect(() => {
    if (wanted) place.current?.querySelector<HTMLElement>(wanted.selector)?.focus();
  }, [wanted]);
  return (selector) => want({ selector });
}
