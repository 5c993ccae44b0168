import {
  type Bounds,
  CLOSER,
  panBy,
  type Point,
  type Swipe,
  swipeOf,
  WHOLE,
  type Zoom,
  zoomTo,
} from "./zoom.ts";

/** A touch that went no further, in pixels, and was no longer, in milliseconds, is a tap. */
const TAP_FAR = 8;
const TAP_LONG = 300;

export interface Hands {
  bounds(): Bounds;
  zoom(): Zoom;
  /** Shows the picture so; slowly where it was not led there by a finger. */
  show(zoom: Zoom, slowly: boolean): void;
  onSwipe(swipe: Swipe): void;
  /** Once, beside the picture. */
  onBeside(): void;
}

interface Held extends Point {
  readonly start: Point;
  readonly at: number;
}

/** Pans, pinches, swipes, taps and turns of the wheel on an element. @returns what ends it */
export function handle(stage: HTMLElement, { bounds, zoom, show, onSwipe, onBeside }: Hands): () => void {
  const held = new Map<number, Held>();
  let pinched = false;
  let tapped: { readonly at: number; readonly point: Point } | null = null;

  const place = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  };

  function onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    stage.setPointerCapture(event.pointerId);
    const start = place(event);
    held.set(event.pointerId, { ...start, start, at: event.timeStamp });
    if (held.size === 1) pinched = false;
    else pinched = true;
  }

  function onMove(event: PointerEvent): void {
    const before = held.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    held.set(event.pointerId, { ...before, ...now });
    if (other) return pinch(before, now, other);
    if (pinched) return;
    if (zoom().scale > 1) return show(panBy(zoom(), now.x - before.x, now.y - before.y, bounds()), false);
    // A whole picture goes along with the finger, one way only.
    const [x, y] = [now.x - before.start.x, now.y - before.start.y];
    show({
      scale: 1,
      x: Math.abs(x) > Math.abs(y) ? x : 0,
      y: Math.abs(x) > Math.abs(y) ? 0 : Math.max(0, y),
    }, false);
  }

  function pinch(before: Point, now: Point, other: Point): void {
    const [from, to] = [distance(before, other), distance(now, other)];
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const moved = panBy(zoom(), (now.x - before.x) / 2, (now.y - before.y) / 2, bounds());
    show(zoomTo(moved, moved.scale * to / Math.max(1, from), middle, bounds()), false);
  }

  function onUp(event: PointerEvent): void {
    const one = held.get(event.pointerId);
    held.delete(event.pointerId);
    if (!one || pinched) return;
    const point = place(event);
    const went = { x: point.x - one.start.x, y: point.y - one.start.y };
    const took = event.timeStamp - one.at;
    if (Math.hypot(went.x, went.y) < TAP_FAR) {
      return took < TAP_LONG ? onTap(event.timeStamp, point) : undefined;
    }
    if (zoom().scale > 1) return;
    const swipe = event.type === "pointerup" ? swipeOf(went, took) : null;
    if (swipe === null) show(WHOLE, true);
    else onSwipe(swipe);
  }

  function onTap(at: number, point: Point): void {
    const { picture } = bounds();
    const { scale, x, y } = zoom();
    const is_beside = Math.abs(point.x - x) > picture.width * scale / 2 ||
      Math.abs(point.y - y) > picture.height * scale / 2;
    if (is_beside) return onBeside();
    const is_second = tapped && at - tapped.at < TAP_LONG && distance(tapped.point, point) < 40;
    tapped = is_second ? null : { at, point };
    if (is_second) show(scale > 1 ? WHOLE : zoomTo(zoom(), CLOSER, point, bounds()), true);
    else if (scale === 1) show(WHOLE, true);
  }

  function onWheel(event: WheelEvent): void {
    event.preventDefault();
    // Two fingers on a touchpad come as a wheel with Ctrl, in smaller steps.
    const by = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002));
    show(zoomTo(zoom(), zoom().scale * by, place(event), bounds()), false);
  }

  const listeners: Record<string, (event: never) => void> = {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onUp,
    pointercancel: onUp,
    wheel: onWheel,
  };
  for (const [name, act] of Object.entries(listeners)) {
    stage.addEventListener(name, act as EventListener, { passive: false });
  }
  return () => {
    for (const [name, act] of Object.entries(listeners)) {
      stage.removeEventListener(name, act as EventListener);
    }
  };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
