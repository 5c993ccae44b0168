import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import { bot, globe, type IconShape } from "./icons.ts";
import { Mark } from "./Mark.tsx";
import type { Presence } from "./person.ts";

export interface AvatarProps {
  /** Gives those without a picture a colour of their own. */
  id: number;
  name: string;
  picture?: string | null;
  size?: 24 | 28 | 30 | 32 | 36 | 40 | 48 | 72;
  /** People are round, places (rooms, groups, sites) are square with soft corners. */
  shape?: "person" | "place";
  /** The workspace's own room wears the mark; bots and guests of sites wear an icon. */
  kind?: "mark" | "bot" | "guest";
  presence?: Presence | null;
  /** Paler, as in the list of those who are away. */
  dim?: boolean;
  class?: string;
}

const HUES = [
  "hue-0",
  "hue-1",
  "hue-2",
  "hue-3",
  "hue-4",
  "hue-5",
  "hue-6",
  "hue-7",
  "hue-8",
  "hue-9",
  "hue-10",
  "hue-11",
];

const SIZES = {
  24: "avatar-24",
  28: "avatar-28",
  30: "avatar-30",
  32: "avatar-32",
  36: "avatar-36",
  40: "avatar-40",
  48: "avatar-48",
  72: "avatar-72",
};

const PRESENCES = {
  online: "presence",
  away: cx("presence presence-away"),
  offline: cx("presence presence-offline"),
};

const KIND_ICONS: Readonly<Record<"bot" | "guest", IconShape>> = { bot, guest: globe };

/**
 * A picture, or the initial on a colour that follows from the id. Decoration: the name stands beside it,
 * so it is hidden from screen readers (presence is told by the row it is in).
 */
export function Avatar(props: AvatarProps) {
  const { id, name, picture, size = 36, shape = "person", kind, presence, dim, class: more } = props;
  const place = shape === "place" && "avatar-place";
  const colour = kind === "mark" ? "avatar-mark" : kind ? "avatar-neutral" : HUES[hueOf(id)];
  return (
    <span
      class={cx("avatar", SIZES[size], place, colour, dim && "avatar-off", more)}
      dir="auto"
      aria-hidden="true"
    >
      {face(name, picture, kind)}
      {presence && <i class={PRESENCES[presence]} />}
    </span>
  );
}

function face(name: string, picture: AvatarProps["picture"], kind: AvatarProps["kind"]) {
  if (picture) return <img src={picture} alt="" loading="lazy" decoding="async" />;
  if (kind === "mark") return <Mark />;
  if (kind) return <Icon of={KIND_ICONS[kind]} />;
  return <b dir="auto">{initial(name)}</b>;
}

/** First letter with the marks that belong to it: «آ» may be written as two code points. */
function initial(name: string): string {
  const letter = /\p{L}\p{M}*|\p{N}|\p{Emoji}/u.exec(name)?.[0] ?? "؟";
  return letter.toUpperCase();
}

/** Ids grow with time and share their low bits; a prime spreads neighbours over the twelve hues. */
function hueOf(id: number): number {
  return id % 9973 % HUES.length;
}
