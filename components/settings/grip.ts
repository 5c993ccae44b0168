import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { moved, zoomed } from "@/lib/ui/crop.ts";
import type { Crop } from "@/lib/ui/crop.ts";

type Change = (update: (crop: Crop) => Crop) => void;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How much a turn of the wheel by one pixel zooms. */
const WHEEL = 0.0015;

/** A picture moved with mouse or finger, zoomed with the wheel or two fingers. */
export function useGrip(element: RefObject<HTMLElement | null>, change: Change): void {
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const fingers = new Map<number, Point>();

    /** Seen from the middle, in widths of the element. */
    function pointOf({ clientX, clientY }: MouseEvent): Point {
      const box = target!.getBoundingClientRect();
      return {
        x: (clientX - box.left) / box.width - 0.5,
        y: (clientY - box.top) / box.height - 0.5,
      };
    }

    function onDown(event: PointerEvent): void {
      if (event.button !== 0) return;
      target!.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, pointOf(event));
    }

    function onMove(event: PointerEvent): void {
      const was = fingers.get(event.pointerId);
      if (!was) return;
      const is = pointOf(event);
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
      fingers.set(event.pointerId, is);
      if (!other) return change((crop) => moved(crop, is.x - was.x, is.y - was.y));
      // Each of two fingers moves the middle between them by half as much.
      const by = distance(is, other) / Math.max(0.01, distance(was, other));
      change((crop) =>
        zoomed(
          moved(crop, (is.x - was.x) / 2, (is.y - was.y) / 2),
          crop.zoom * by,
          (is.x + other.x) / 2,
          (is.y + other.y) / 2,
        )
      );
    }

    const onUp = ({ pointerId }: PointerEvent) => void fingers.delete(pointerId);

    function onWheel(event: WheelEvent): void {
      event.preventDefault();
      const { x, y } = pointOf(event);
      const by = Math.exp(-event.deltaY * (event.deltaMode === 1 ? 16 : 1) * WHEEL);
      change((crop) => zoomed(crop, crop.zoom * by, x, y));
    }

    target.addEventListener("pointerdown", onDown);
    target.addEventListener("pointermove", onMove);
    target.addEventListener("pointerup", onUp);
    target.addEventListener("pointercancel", onUp);
    // The page behind is not to scroll, so this listener may not be passive.
    target.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      target.removeEventListener("pointerdown", onDown);
      target.removeEventListener("pointermove", onMove);
      target.removeEventListener("pointerup", onUp);
      target.removeEventListener("pointercancel", onUp);
      target.removeEventListener("wheel", onWheel);
    };
  }, []);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
