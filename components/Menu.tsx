import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import { check, type IconShape } from "./icons.ts";
import { type Anchor, placeBeside } from "./place.ts";

export interface MenuItem {
  label: string;
  icon?: IconShape;
  tone?: "plain" | "danger";
  /** Begins a group: a hairline above it. */
  apart?: boolean;
  /** One of several: wears a check. */
  checked?: boolean;
  href?: string;
  /** Posts a form: this works without scripts as well. */
  form?: MenuForm;
  onSelect?: () => void;
}

export interface MenuForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface MenuProps {
  /** Unique in the page; the button that opens it has `popovertarget={id}`. */
  id: string;
  label: string;
  items: readonly MenuItem[];
  /** Above the items: whose menu it is. */
  head?: ComponentChildren;
  /** Opens as soon as it is drawn, beside this: for a menu without a button of its own. */
  at?: Anchor;
  onClose?: () => void;
}

/**
 * A list of actions in a popover, next to the button that opened it. The browser closes it on Escape or a
 * press elsewhere and gives the focus back; arrows, Home and End move within.
 */
export function Menu({ id, label, items, head, at, onClose }: MenuProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === "open") begin();
      else onClose?.();
    };
    const begin = () => {
      const anchor = at ?? document.querySelector(`[popovertarget="${id}"]`)?.getBoundingClientRect();
      if (anchor) placeBeside(menu, anchor);
      entries(menu)[0]?.focus();
    };
    menu.addEventListener("toggle", onToggle);
    if (at) menu.showPopover();
    // It may have been opened before anybody listened.
    else if (menu.matches(":popover-open")) begin();
    return () => menu.removeEventListener("toggle", onToggle);
  }, [id, at]);
  return (
    <div
      ref={ref}
      id={id}
      popover="auto"
      role="menu"
      aria-label={label}
      class="menu"
      onKeyDown={(event: KeyboardEvent) => move(ref.current, event)}
    >
      {head}
      {items.map((item) => [
        item.apart && <div key={`above ${item.label}`} role="separator" class="my-[5px] h-px bg-line" />,
        <Entry key={item.label} item={item} close={() => ref.current?.hidePopover()} />,
      ])}
    </div>
  );
}

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  const { label, icon, tone, checked, href, form, onSelect } = item;
  const shape = cx(
    "flex items-center gap-3 w-full min-h-9 coarse:min-h-11 px-2.5 rounded text-14 text-start",
    "hover:bg-surface-3 focus:bg-surface-3 outline-none",
    tone === "danger" ? "text-danger" : "text-ink",
  );
  const content = (
    <>
      {icon && <Icon of={icon} class={tone === "danger" ? "" : "text-ink-2"} />}
      <span class="flex-1">{label}</span>
      {checked && <Icon of={check} size={16} class="text-accent" />}
    </>
  );
  const choose = () => {
    close();
    onSelect?.();
  };
  const role = checked === undefined ? "menuitem" : "menuitemradio";
  if (href) return <a href={href} role={role} tabIndex={-1} class={shape} onClick={choose}>{content}</a>;
  const button = (
    <button
      type={form ? "submit" : "button"}
      role={role}
      tabIndex={-1}
      class={shape}
      onClick={form ? undefined : choose}
      aria-checked={checked === undefined ? undefined : checked ? "true" : "false"}
    >
      {content}
    </button>
  );
  if (!form) return button;
  return (
    <form method="post" action={form.action} role="none">
      {Object.entries(form.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {button}
    </form>
  );
}

function entries(menu: HTMLElement): HTMLElement[] {
  return Array.from(menu.querySelectorAll<HTMLElement>('[role^="menuitem"]'));
}

function move(menu: HTMLElement | null, event: KeyboardEvent): void {
  if (!menu) return;
  const all = entries(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1,
  }[event.key];
  if (to === undefined) {
    if (event.key === "Tab") menu.hidePopover();
    return;
  }
  event.preventDefault();
  all[to]?.focus();
}
