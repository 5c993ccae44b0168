import { useEffect, useRef, useState } from "preact/hooks";
import { Button, IconButton } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { rotateCw } from "@/components/icons.ts";
import { moved, paint, startCrop, turned, ZOOM_MAX, zoomed } from "@/lib/ui/crop.ts";
import type { Crop } from "@/lib/ui/crop.ts";
import { useGrip } from "./grip.ts";
import { rotateCcw } from "./icons.ts";
import { maskOut } from "./picture.ts";
import type { LiveWords, ProfileWords } from "./words.ts";

export interface CropDialogProps {
  /** A picture that is open already, and upright. */
  readonly picture: HTMLCanvasElement;
  readonly words: ProfileWords;
  readonly live: LiveWords;
  /** People are round, places square with soft corners. */
  readonly shape?: "person" | "place";
  readonly onUse: (crop: Crop) => void;
  readonly onClose: () => void;
}

/** Pixels of the canvas one looks at; twice as many as it is wide on most screens. */
const SIZE = 600;
/** One press of an arrow moves it by this part of the mask; with Shift five times as far. */
const STEP = 0.02;
const ZOOM_STEP = 1.1;

/** Asks which part of a picture is kept: moved, zoomed and turned under a mask. */
export default function CropDialog({ picture, words, live, shape, onUse, onClose }: CropDialogProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [crop, setCrop] = useState(() => startCrop(picture.width, picture.height));
  useGrip(canvas, (change) => setCrop(change));

  useEffect(() => {
    const brush = canvas.current?.getContext("2d");
    if (!brush) return;
    paint(brush, picture, crop, SIZE);
    maskOut(brush, SIZE, shape);
  }, [crop]);
  // The picture is what one came for: keys work on it at once.
  useEffect(() => canvas.current?.focus(), []);

  function onKey(event: KeyboardEvent): void {
    const next = byKey(crop, event);
    if (next === null) return;
    event.preventDefault();
    setCrop(next);
  }

  return (
    <Dialog
      open
      title={words.crop}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{live.cancel}</Button>
          <Button tone="primary" onClick={() => onUse(crop)}>{words.crop_use}</Button>
        </>
      }
    >
      <canvas
        ref={canvas}
        width={SIZE}
        height={SIZE}
        tabIndex={0}
        role="application"
        aria-label={words.cropLabel}
        data-crop={JSON.stringify(crop)}
        class="crop mt-3"
        onKeyDown={onKey}
      />
      <p class="mt-2 text-12 text-muted text-center">{words.cropHint}</p>
      <div class="flex items-center gap-1 mt-1 w-full max-w-[300px] mx-auto" dir="ltr">
        <IconButton
          icon={rotateCcw}
          label={words.turnLeft}
          onClick={() => setCrop((now) => turned(now, "left"))}
        />
        <input
          type="range"
          min="1"
          max={ZOOM_MAX}
          step="0.01"
          value={crop.zoom}
          aria-label={words.zoom}
          class="range flex-1"
          onInput={(event: Event) => {
            const zoom = Number((event.target as HTMLInputElement).value);
            setCrop((now) => zoomed(now, zoom));
          }}
        />
        <IconButton
          icon={rotateCw}
          label={words.turnRight}
          onClick={() => setCrop((now) => turned(now, "right"))}
        />
      </div>
    </Dialog>
  );
}

function byKey(crop: Crop, { key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): Crop | null {
  if (ctrlKey || metaKey) return null;
  const step = shiftKey ? STEP * 5 : STEP;
  switch (key) {
    case "ArrowLeft":
      return moved(crop, -step, 0);
    case "ArrowRight":
      return moved(crop, step, 0);
    case "ArrowUp":
      return moved(crop, 0, -step);
    case "ArrowDown":
      return moved(crop, 0, step);
    case "+":
    case "=":
      return zoomed(crop, crop.zoom * ZOOM_STEP);
    case "-":
    case "_":
      return zoomed(crop, crop.zoom / ZOOM_STEP);
    case "r":
      return turned(crop, "right");
    case "R":
      return turned(crop, "left");
    default:
      return null;
  }
}
