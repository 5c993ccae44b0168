import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { imageOff } from "@/components/late_icons.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { type Edges, roomFor, SHOWN_MAX } from "./layout.ts";

/** A picture as it stands in a message. */
export interface Photo extends Edges {
  readonly key: string | number;
  readonly src: string;
  /** In place of `src` for whoever wants nothing to move. */
  readonly still?: string | null;
  /** Shown until `src` has come: what this device sent it from. */
  readonly preview?: string;
  /** Where it leads; none while it is on its way. */
  readonly href?: string;
  /** What it is called, for those who do not see it. */
  readonly label: string;
}

export interface PhotoGridProps {
  readonly t: ChatText;
  readonly photos: readonly Photo[];
  readonly onOpen?: (index: number, event: MouseEvent) => void;
  /** The picture with this index has come, or will not. */
  readonly onSettled?: (index: number) => void;
  /** Lies over a picture, such as how far it is sent. */
  readonly over?: (index: number) => ComponentChildren;
}

const SHAPES: Readonly<Record<number, string>> = { 2: "shots-2", 3: "shots-3", 4: "shots-4", 5: "shots-5" };

/** The pictures of a message: one in its own shape, several side by side. Without scripts they are links. */
export function PhotoGrid({ t, photos, onOpen, onSettled, over }: PhotoGridProps) {
  const alone = photos.length === 1;
  const hidden = photos.length - SHOWN_MAX;
  return (
    <div class={cx("shots", alone ? "shots-1" : SHAPES[Math.min(photos.length, SHOWN_MAX)])}>
      {photos.slice(0, SHOWN_MAX).map((photo, index) => (
        <Shot
          key={photo.key}
          t={t}
          photo={photo}
          alone={alone}
          onOpen={onOpen && ((event) => onOpen(index, event))}
          onSettled={onSettled && (() => onSettled(index))}
        >
          {hidden > 0 && index === SHOWN_MAX - 1 && (
            <span class="shot-over text-20 font-600">
              <span aria-hidden="true" dir="ltr">{t.files.more(hidden)}</span>
              <span class="sr-only">{t.files.moreLabel(hidden)}</span>
            </span>
          )}
          {over?.(index)}
        </Shot>
      ))}
    </div>
  );
}

interface ShotProps {
  readonly t: ChatText;
  readonly photo: Photo;
  readonly alone: boolean;
  readonly onOpen?: (event: MouseEvent) => void;
  readonly onSettled?: () => void;
  readonly children: ComponentChildren;
}

function Shot({ t, photo, alone, onOpen, onSettled, children }: ShotProps) {
  const { src, still, preview, href, label } = photo;
  const image = useRef<HTMLImageElement>(null);
  /** The address that gave no picture; another one may. */
  const failed = useSignal<string | null>(null);
  const room = alone ? roomFor(photo) : null;

  function settle(is_broken: boolean): void {
    failed.value = is_broken ? src : null;
    onSettled?.();
  }

  useEffect(() => {
    // It may have come, or failed, before the scripts did.
    const { complete, naturalWidth } = image.current ?? {};
    if (complete) settle(naturalWidth === 0);
  }, [src]);

  const content = (
    <>
      {preview && <img class="shot-image shot-under" src={preview} alt="" />}
      {failed.value === src
        ? (
          <span class={cx("shot-broken", alone && "shot-broken-alone")} title={t.files.broken}>
            <Icon of={imageOff} size={24} />
            <span class="sr-only">{label}.</span>{" "}
            <span class={alone ? "text-12" : "sr-only"}>{t.files.broken}</span>
          </span>
        )
        : (
          <picture class="contents">
            {still && <source media="(prefers-reduced-motion: reduce)" srcset={still} />}
            <img
              ref={image}
              class="shot-image"
              src={src}
              alt={label}
              width={room?.width}
              height={room?.height}
              loading="lazy"
              decoding="async"
              draggable={false}
              onLoad={() => settle(false)}
              onError={() => settle(true)}
            />
          </picture>
        )}
      {children}
    </>
  );
  if (href === undefined) return <span class="shot">{content}</span>;
  return (
    <a class="shot" href={href} onClick={onOpen}>
      {content}
    </a>
  );
}
