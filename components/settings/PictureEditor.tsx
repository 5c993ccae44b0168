import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { Button } from "@/components/Button.tsx";
import { Confirm } from "@/components/Dialog.tsx";
import { Icon } from "@/components/Icon.tsx";
import { circleAlert, image } from "@/components/icons.ts";
import { trash2 } from "@/components/late_icons.ts";
import { displayName } from "@/components/person.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { Crop } from "@/lib/ui/crop.ts";
import type { Me } from "@/lib/protocol/accounts.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { ask, Refused, sendPicture } from "./ask.ts";
import type { CropDialogProps } from "./CropDialog.tsx";
import { BYTES_MAX, cutOut, openPicture, TooManyPixels } from "./picture.ts";
import { ACCEPT, PlainPicture } from "./PlainPicture.tsx";
import type { LiveWords, ProfileWords } from "./words.ts";

export interface PictureEditorProps {
  readonly me: User;
  readonly words: ProfileWords;
  readonly live: LiveWords;
  /** What was wrong with the one that was sent without scripts. */
  readonly fault?: string;
  readonly onChange: (me: Me) => void;
}

/** One's picture: chosen or dropped, cut to what matters, sent; or removed. */
export function PictureEditor({ me, words, live, fault, onChange }: PictureEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const problem = useSignal(fault ?? null);
  const over = useSignal(false);
  const asking = useSignal(false);
  const opening = useSignal(false);
  /** How much has been sent, 0 to 1. */
  const sent = useSignal<number | null>(null);
  const sending = useSignal<AbortController | null>(null);
  const cutting = useSignal<{ picture: HTMLCanvasElement; Dialog: ComponentType<CropDialogProps> } | null>(
    null,
  );
  const busy = opening.value || sending.value !== null;

  async function take(file: File | undefined): Promise<void> {
    if (!file || busy) return;
    problem.value = null;
    opening.value = true;
    try {
      const [picture, { default: Dialog }] = await Promise.all([
        openPicture(file),
        import("./CropDialog.tsx"),
      ]);
      if (picture) cutting.value = { picture, Dialog };
      else if (file.size > BYTES_MAX) problem.value = words.tooLarge;
      // The server reads more kinds than browsers do, and says best what is wrong with the others.
      else await send(file);
    } catch (error) {
      problem.value = error instanceof TooManyPixels ? words.tooManyPixels : live.offline;
    } finally {
      opening.value = false;
    }
  }

  async function use(crop: Crop): Promise<void> {
    const { picture } = cutting.peek()!;
    cutting.value = null;
    const file = await cutOut(picture, crop);
    if (file) await send(file);
  }

  async function send(file: File): Promise<void> {
    const control = new AbortController();
    sending.value = control;
    sent.value = 0;
    try {
      const onProgress = (part: number) => void (sent.value = part);
      onChange(await sendPicture<Me>(file, file.name, live, { onProgress, signal: control.signal }));
    } catch (error) {
      if (error instanceof Refused) problem.value = error.message;
    } finally {
      sending.value = null;
      sent.value = null;
    }
  }

  async function remove(): Promise<void> {
    asking.value = false;
    problem.value = null;
    try {
      onChange(await ask<Me>("DELETE", "/api/auth/me/picture", live));
    } catch (error) {
      problem.value = (error as Error).message;
    }
  }

  return (
    <div
      class={cx(
        "flex flex-wrap items-center gap-x-5 gap-y-3 py-4 rounded-lg transition",
        over.value && "bg-accent-soft",
      )}
      onDragOver={(event: DragEvent) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => void (over.value = false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        over.value = false;
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <Avatar id={me.id} name={displayName(me)} picture={me.profile_picture} size={72} />
      <div class="flex-1 min-w-[180px] grid gap-2">
        <div class="needs-scripts flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept={ACCEPT}
            class="hidden"
            aria-label={words.choose}
            tabIndex={-1}
            onChange={() => {
              void take(input.current?.files?.[0]);
              // The same file may be chosen again.
              if (input.current) input.current.value = "";
            }}
          />
          <Button icon={image} disabled={busy} onClick={() => input.current?.click()}>
            {me.profile_picture ? words.change : words.choose}
          </Button>
          {me.profile_picture && !busy && (
            <Button
              tone="danger-quiet"
              icon={trash2}
              onClick={() => void (asking.value = true)}
            >
              {words.remove}
            </Button>
          )}
          {sending.value && <Button tone="quiet" onClick={() => sending.value?.abort()}>{live.cancel}
          </Button>}
        </div>
        <PlainPicture me={me} words={words} />
        {sent.value !== null && (
          <progress class="bar max-w-[300px]" aria-label={words.uploading} value={sent.value} max={1} />
        )}
        <p class="text-12 text-muted" aria-live="polite">
          {over.value ? words.drop : opening.value ? words.opening : words.pictureHint}
        </p>
        {problem.value && (
          <p role="alert" class="flex items-start gap-1.5 text-12 text-danger">
            <Icon of={circleAlert} size={14} class="mt-[calc((1lh_-_14px)/2)]" />
            <span dir="auto">{problem.value}</span>
          </p>
        )}
      </div>
      {cutting.value && (
        <cutting.value.Dialog
          picture={cutting.value.picture}
          words={words}
          live={live}
          onUse={use}
          onClose={() => void (cutting.value = null)}
        />
      )}
      <Confirm
        open={asking.value}
        title={words.removeTitle}
        text={words.removeText}
        confirmLabel={words.remove}
        keepLabel={live.cancel}
        onConfirm={remove}
        onClose={() => void (asking.value = false)}
      />
    </div>
  );
}
