import { isPlain } from "./addresses.ts";

/** What shows that somebody comes near, or acts. */
const SIGNS = ["pointerover", "focusin", "click", "keydown"] as const;
/** Keys that mean something to lists, menus and searches, and that nothing is written with. */
const MEANT = /^(Arrow|Home$|End$|Escape$|Enter$)/;

/** What is pressed in a part of the page whose script is not there yet. */
export interface Held {
  /** The script does not come: the browser does what it knows to do by itself. */
  letGo(): void;
  /** The script is there, and does it. */
  end(): void;
}

/** Holds what is pressed in a part of the page; `onNear` hears of it, and of whoever comes near. */
export function hold(place: HTMLElement, onNear: () => void): Held {
  let acts: (() => void)[] = [];

  function onSign(event: Event): void {
    const act = actOf(event);
    if (act) {
      event.stopPropagation();
      acts.push(act);
    }
    onNear();
  }

  function watch(on: boolean): void {
    for (const name of SIGNS) {
      if (on) place.addEventListener(name, onSign, true);
      else place.removeEventListener(name, onSign, true);
    }
  }

  function end(): void {
    watch(false);
    const now = acts;
    acts = [];
    for (const act of now) act();
  }

  watch(true);
  return {
    end,
    letGo() {
      end();
      watch(true);
    },
  };
}

/** What an event will have meant once there is a script to take it; null where the browser knows by itself. */
function actOf(event: Event): (() => void) | null {
  const target = event.target as HTMLElement;
  const pressed = target.closest<HTMLElement>("button:not([type=submit]), a");
  if (event.type === "click") {
    if (!pressed || (pressed.localName === "a" && !isPlain(event as MouseEvent))) return null;
    event.preventDefault();
    return () => pressed.click();
  }
  if (event.type !== "keydown" || !MEANT.test((event as KeyboardEvent).key)) return null;
  // It becomes a press.
  if (pressed && (event as KeyboardEvent).key === "Enter") return null;
  return () => void target.dispatchEvent(new KeyboardEvent(event.type, event));
}

/** What has been typed into a part of the page; the function that is returned types it again. */
export function typedIn(place: HTMLElement): () => void {
  const fields = Array.from(place.querySelectorAll<HTMLInputElement>("input[type=text]"));
  const texts = fields.map((field) => field.value);
  return () => {
    for (const [index, field] of fields.entries()) {
      if (texts[index] === "") continue;
      field.value = texts[index]!;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
}
