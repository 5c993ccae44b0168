import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { users } from "@/components/chat_icons.ts";
import { circleAlert, image } from "@/components/icons.ts";
import { trash2 } from "@/components/late_icons.ts";
import type { GroupsText } from "@/lib/i18n/groups/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Crop } from "@/lib/ui/crop.ts";

/** What cuts pictures, fetched when the first one is chosen. */
const loadCutting = () => import("./cutting.ts");
type Cutting = Awaited<ReturnType<typeof loadCutting>>;

export interface PictureFieldProps {
  readonly id: number;
  readonly name: string;
  /** The one there is. */
  readonly picture: string | null;
  /** As in `GroupLook`. */
  readonly chosen: File | null | undefined;
  readonly words: GroupsText["group"];
  readonly locale: Locale;
  readonly onChange: (chosen: File | null | undefined) => void;
}

/** The picture of a group: chosen and cut to what matters, or taken away. It is sent with the rest. */
export function PictureField(props: PictureFieldProps) {
  const { id, name, picture, chosen, words, locale, onChange } = props;
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLDivElement>(null);
  const problem = useSignal<string | null>(null);
  const opening = useSignal(false);
  const cutting = useSignal<{ picture: HTMLCanvasElement; by: Cutting } | null>(null);
  const preview = usePreview(chosen);
  const shown = chosen === null ? null : preview ?? (chosen ? null : picture);

  async function take(file: File | undefined): Promise<void> {
    if (!file || opening.peek()) return;
    problem.value = null;
    opening.value = true;
    try {
      const by = await loadCutting();
      const opened = await by.openPicture(file).catch((error) => {
        if (error instanceof by.TooManyPixels) return "too many" as const;
        throw error;
      });
      if (opened === "too many") problem.value = words.tooManyPixels;
      else if (opened) cutting.value = { picture: opened, by };
      else if (file.size > by.BYTES_MAX) problem.value = words.tooLarge;
      // The server reads more kinds than browsers do.
      else onChange(file);
    } catch {
      problem.value = words.tooLarge;
    } finally {
      opening.value = false;
    }
  }

  function done(): void {
    cutting.value = null;
    button.current?.querySelector("button")?.focus();
  }

  async function use(crop: Crop): Promise<void> {
    const { picture, by } = cutting.peek()!;
    done();
    const file = await by.cutOut(picture, crop);
    if (file) onChange(file);
  }

  return (
    <div role="group" aria-label={words.picture} class="flex flex-wrap items-center gap-4">
      {shown || name.trim() !== ""
        ? <Avatar id={id} name={name} picture={shown} size={72} shape="place" />
        : (
          <span class="grid place-items-center flex-none size-[72px] rounded-lg bg-well text-muted">
            <Icon of={users} size={24} />
          </span>
        )}
      <div class="flex-1 min-w-[160px] grid gap-1.5">
        <div ref={button} class="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/gif,image/heic,image/avif,.heic,.avif"
            class="hidden"
            tabIndex={-1}
            aria-label={words.choosePicture}
            onChange={() => {
              void take(input.current?.files?.[0]);
              // The same file may be chosen again.
              if (input.current) input.current.value = "";
            }}
          />
          <Button icon={image} disabled={opening.value} onClick={() => input.current?.click()}>
            {shown || chosen ? words.changePicture : words.choosePicture}
          </Button>
          {(shown || chosen) && (
            <Button
              tone="danger-quiet"
              icon={trash2}
              onClick={() => {
                onChange(picture ? null : undefined);
                button.current?.querySelector("button")?.focus();
              }}
            >
              {words.removePicture}
            </Button>
          )}
        </div>
        <p class="text-12 text-muted" aria-live="polite">
          {opening.value ? words.opening : chosen && !preview ? words.unseen : ""}
        </p>
        {problem.value && (
          <p role="alert" class="flex items-start gap-1.5 text-12 text-danger">
            <Icon of={circleAlert} size={14} class="mt-[calc((1lh_-_14px)/2)]" />
            {problem.value}
          </p>
        )}
      </div>
      {cutting.value && (
        <cutting.value.by.CropDialog
          picture={cutting.value.picture}
          shape="place"
          {...cutting.value.by.cropWords(locale)}
          onUse={use}
          onClose={done}
        />
      )}
    </div>
  );
}

/** Address of a chosen picture, for as long as it is shown; null where the browser cannot read it. */
function usePreview(file: File | null | undefined): string | null {
  const url = useSignal<string | null>(null);
  useEffect(() => {
    url.value = null;
    // Others only the server can read.
    if (!file || !/^image\/(webp|png)$/.test(file.type)) return;
    const made = URL.createObjectURL(file);
    url.value = made;
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url.value;
}
