import type { ComponentChildren, JSX } from "preact";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import type { IconShape } from "./icons.ts";

type ButtonAttributes = Omit<JSX.IntrinsicElements["button"], "class" | "size" | "icon" | "children">;

export interface ButtonProps extends ButtonAttributes {
  tone?: "primary" | "line" | "quiet" | "danger" | "danger-quiet";
  size?: "sm" | "md" | "lg";
  /** As wide as its place. */
  block?: boolean;
  icon?: IconShape;
  /** With an address it is a link that looks like a button. */
  href?: string;
  class?: string;
  children: ComponentChildren;
}

const SHAPE = cx(
  "inline-flex items-center justify-center gap-2 rounded font-550 whitespace-nowrap transition",
  "disabled:opacity-45 aria-disabled:opacity-45 coarse:min-h-11",
);

const TONES = {
  primary: cx("bg-accent text-accent-contrast hover:bg-accent-hover"),
  line: cx("ring-line bg-surface-1 text-ink hover:bg-surface-3"),
  quiet: cx("text-ink-2 hover:bg-surface-3"),
  danger: cx("bg-danger text-surface-1"),
  "danger-quiet": cx("text-danger hover:bg-danger-soft"),
};

const SIZES = {
  sm: cx("min-h-[30px] px-2.5 text-13"),
  md: cx("min-h-9 px-3.5 text-14"),
  lg: cx("min-h-11 max-md:min-h-12 px-5 text-15"),
};

/** A button with words. `type` is "button" unless told, so that none sends a form by accident. */
export function Button(props: ButtonProps) {
  const { tone = "line", size = "md", block, icon, href, class: more, children, type = "button", ...rest } =
    props;
  const name = cx(SHAPE, TONES[tone], SIZES[size], block && "w-full", more);
  const content = (
    <>
      {icon && <Icon of={icon} size={size === "sm" ? 16 : 18} />}
      {children}
    </>
  );
  if (href !== undefined) return <a href={href} class={name}>{content}</a>;
  return <button {...rest} {...focusFirst(rest)} type={type} class={name}>{content}</button>;
}

/**
 * Marked once it stands in the page, for the dialog around it that is about to open: what comes into a frame of
 * another site with the mark is refused by the browser, aloud.
 */
function focusFirst({ autoFocus }: ButtonAttributes): Pick<ButtonAttributes, "autoFocus" | "ref"> {
  if (!autoFocus) return {};
  return { autoFocus: undefined, ref: (element) => void element?.toggleAttribute("autofocus", true) };
}

export interface IconButtonProps extends ButtonAttributes {
  icon: IconShape;
  /** What it does, for screen readers and as the tooltip. */
  label: string;
  tone?: "plain" | "fill";
  size?: "sm" | "md" | "lg";
  /** The button of the place one is at, or of a panel that is open. */
  active?: boolean;
  href?: string;
  /** A count or pip in its corner. */
  badge?: ComponentChildren;
  class?: string;
}

const ICON_SHAPE = cx("relative inline-grid place-items-center flex-none transition");

const ICON_TONES = {
  plain: cx("text-ink-2 hover:bg-surface-3 hover:text-ink disabled:opacity-45"),
  active: cx("bg-accent-soft text-accent"),
  fill: cx("bg-accent text-accent-contrast hover:bg-accent-hover"),
  // Send is grey until there is something to send.
  idle: cx("text-muted opacity-70"),
};

const ICON_SIZES = {
  sm: cx("size-7 rounded-sm coarse:size-9"),
  md: cx("size-[34px] rounded coarse:size-11"),
  lg: cx("size-10 rounded coarse:size-11"),
};

/** A button that is only an icon. */
export function IconButton(props: IconButtonProps) {
  const {
    icon,
    label,
    tone = "plain",
    size = "md",
    active,
    href,
    badge,
    class: more,
    type = "button",
    ...rest
  } = props;
  const look = active ? "active" : tone === "fill" && rest.disabled ? "idle" : tone;
  const name = cx(ICON_SHAPE, ICON_TONES[look], ICON_SIZES[size], more);
  const content = (
    <>
      <Icon of={icon} size={size === "sm" ? 16 : size === "lg" ? 20 : 18} />
      {badge}
    </>
  );
  if (href !== undefined) {
    return (
      <a
        href={href}
        class={name}
        aria-label={label}
        title={label}
        aria-current={active ? "page" : undefined}
        // Of a button that leads somewhere where there are no scripts.
        onClick={rest.onClick as JSX.IntrinsicElements["a"]["onClick"]}
      >
        {content}
      </a>
    );
  }
  return (
    <button {...rest} {...focusFirst(rest)} type={type} class={name} aria-label={label} title={label}>
      {content}
    </button>
  );
}
