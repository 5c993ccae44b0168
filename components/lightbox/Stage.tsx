import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import { Icon } from "@/components/Icon.tsx";
import { imageOff } from "@/components/late_icons.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Attachment } from "@/lib/protocol/entities.ts";
import { handle } from "./gestures.ts";
import { largeOf } from "./pictures.ts";
import { type Bounds, fit, type Swipe, WHOLE, type Zoom, zoomTo } from "./zoom.ts";

/** What buttons and keys do with the picture. */
export interface StageHandle {
  /** Times as large as now, about the middle. */
  zoomBy(factor: number): void;
  whole(): void;
}

export interface StageProps {
  readonly t: ChatText;
  readonly attachment: Attachment;
  readonly label: string;
  readonly handle: RefObject<StageHandle | null>;
  readonly onSwipe: (swipe: Swipe) => void;
  readonly onBeside: () => void;
  /** Told when it becomes larger than whole, or whole again. */
  readonly onZoom: (is_closer: boolean) => void;
  readonly onLoad: () => void;
}

/** One picture, as large as the screen lets it be, that can be looked at closer. Another one is another stage. */
export function Stage(
  { t, attachment, label, handle: given, onSwipe, onBeside, onZoom, onLoad }: StageProps,
) {
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const zoom = useRef<Zoom>(WHOLE);
  const state = useSignal<"loading" | "there" | "broken">("loading");
  const { thumbnail, width, height } = attachment;
  const src = largeOf(attachment);

  function bounds(): Bounds {
    const { clientWidth, clientHeight } = stage.current!;
    const box = { width: clientWidth, height: clientHeight };
    return { box, picture: fit({ width: width ?? 1200, height: height ?? 900 }, box) };
  }

  function show(next: Zoom, slowly: boolean): void {
    const { style } = picture.current!;
    const size = bounds().picture;
    style.inlineSize = `${size.width}px`;
    style.blockSize = `${size.height}px`;
    style.transition = slowly ? "" : "none";
    style.transform = `translate(${next.x}px, ${next.y}px) scale(${next.scale})`;
    zoom.current = next;
    onZoom(next.scale > 1);
  }

  // Another address of the same picture may lead to it.
  useLayoutEffect(() => {
    if (state.peek() === "broken") state.value = "loading";
  }, [src]);

  // Before it is painted.
  useLayoutEffect(() => show(WHOLE, false), []);

  // Not later: nothing may happen to a picture that has gone.
  useLayoutEffect(() => {
    given.current = {
      zoomBy: (factor) =>
        show(zoomTo(zoom.current, zoom.current.scale * factor, { x: 0, y: 0 }, bounds()), true),
      whole: () => show(WHOLE, true),
    };
    let { box } = bounds();
    const observer = new ResizeObserver(() => {
      const { box: now } = bounds();
      // It is told once at first, when somebody may have come closer already.
      if (now.width !== box.width || now.height !== box.height) show(WHOLE, false);
      box = now;
    });
    observer.observe(stage.current!);
    const end = handle(stage.current!, { bounds, zoom: () => zoom.current, show, onSwipe, onBeside });
    return () => {
      observer.disconnect();
      end();
    };
  }, []);

  return (
    <div ref={stage} class="lightbox-stage" data-state={state.value}>
      <div ref={picture} class="lightbox-picture">
        {thumbnail && state.value === "loading" && <img src={thumbnail} alt="" draggable={false} />}
        {state.value === "broken"
          ? (
            <p class="flex flex-col items-center justify-center gap-2 h-full text-14 text-ink-2">
              <Icon of={imageOff} size={40} />
              {t.files.broken}
            </p>
          )
          : (
            <img
              src={src}
              alt={label}
              draggable={false}
              onLoad={() => {
                state.value = "there";
                onLoad();
              }}
              onError={() => void (state.value = "broken")}
            />
          )}
      </div>
    </div>
  );
}
