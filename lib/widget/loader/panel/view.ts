import { panelText } from "../../../i18n/loader/mod.ts";
import { make, makeIcon } from "../elements.ts";
import type { Ground } from "../ground.ts";
import { adopt } from "../styles.ts";
import { CSS } from "./styles.ts";

/** Lucide's chevron-down and x. */
const CHEVRON = "m6 9 6 6 6-6";
const CROSS = "M18 6 6 18M6 6l12 12";

/** More than so many are not told. */
const MANY = 99;

/** Somebody wrote while the chat was closed. */
export interface Said {
  readonly name: string;
  readonly text: string;
}

/** All that is seen of the widget follows from this, and from where it stands. */
export interface Looks {
  readonly dark: boolean;
  readonly open: boolean;
  readonly unread: number;
  readonly said: Said | null;
}

export interface View {
  /** The frame belongs in here. */
  readonly panel: HTMLElement;
  paint(looks: Looks): void;
}

/** Draws what belongs around the launcher. */
export function makeView(
  ground: Ground,
  { open, dismiss }: { readonly open: () => void; readonly dismiss: () => void },
): View {
  const { all, launcher, root, options, config } = ground;
  const count = make("span", { class: "count", "aria-hidden": "true" });
  const line = launcher.querySelector("path")!;
  const bubble = line.getAttribute("d")!;
  const face = make("i", { "aria-hidden": "true" });
  const from = make("b", { dir: "auto" });
  const text = make("q", { dir: "auto" });
  const said = make("button", { type: "button", class: "said" }, face, make("span", {}, from, text));
  const cross = make("button", { type: "button", class: "dismiss" }, makeIcon(CROSS));
  const teaser = make("div", { class: "teaser" }, said, cross);
  // Stays while what it says changes: otherwise nothing is read out.
  const status = make("div", { class: "status", role: "status" });
  const panel = make("div", { class: "panel", id: "panel" });
  adopt(root, CSS);
  launcher.setAttribute("aria-controls", panel.id);
  launcher.append(count);
  all.append(panel, teaser, status);
  said.onclick = open;
  cross.onclick = dismiss;

  return {
    panel,
    paint(looks) {
      const words = panelText(ground.locale);
      const classes = {
        all: true,
        [ground.inline ? "inline" : "floating"]: true,
        open: looks.open,
        dark: looks.dark,
        alone: !options.launcher,
      };
      all.className = Object.keys(classes).filter((name) => classes[name]).join(" ");

      const number = Math.min(looks.unread, MANY).toLocaleString(ground.locale) +
        (looks.unread > MANY ? "+" : "");
      const label = looks.open ? words.close : words.open;
      launcher.setAttribute("aria-expanded", String(looks.open));
      launcher.setAttribute("aria-label", looks.unread ? label + words.unread(number) : label);
      line.setAttribute("d", looks.open ? CHEVRON : bubble);
      count.hidden = !looks.unread;
      count.textContent = number;

      teaser.hidden = !looks.said;
      cross.setAttribute("aria-label", words.dismiss);
      const { name = "", text: content = "" } = looks.said ?? {};
      face.textContent = [...name][0] ?? "";
      from.textContent = words.from(isolated(name), isolated(config.title));
      text.textContent = content;
      const told = looks.said ? `${from.textContent}: ${content}` : "";
      if (status.textContent !== told) status.textContent = told;
    },
  };
}

/** A name runs its own way within a sentence of ours. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
