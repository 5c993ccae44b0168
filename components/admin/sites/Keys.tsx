import type { ComponentChildren } from "preact";
import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { rotateCw } from "@/components/icons.ts";
import { copy } from "@/components/late_icons.ts";
import type { Notices } from "@/components/room/notice.ts";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { AskedAct } from "./asking.ts";
import { copyText } from "./copying.ts";

export interface KeysProps {
  readonly t: AdminText["site"];
  /** Where the forms go without scripts. */
  readonly action: string;
  readonly site_key: string;
  /** When the secret was made, in words. */
  readonly shown: string;
  /** The secret itself, on the page that made it. */
  readonly secret: string | null;
  readonly busy: boolean;
  readonly notices: Notices;
  readonly onRotate: (key: RotateAct) => void;
}

type RotateAct = Extract<AskedAct, "rotate" | "rekey">;

/** The key that stands in pages, that there is one which does not, and how each is made anew. */
export function Keys({ t, site_key, shown, secret, notices, ...rest }: KeysProps) {
  return (
    <section aria-labelledby="keys-title">
      <h2 id="keys-title" class="mb-1 text-14 font-650">{t.keys}</h2>
      <dl class="grid gap-y-1 text-13">
        <KeyRow name={t.publicKey}>
          <Told>
            <code class="code break-all">{site_key}</code>
          </Told>
          <span class="flex ms-auto">
            <span class="needs-scripts">
              <Button
                size="sm"
                tone="quiet"
                icon={copy}
                aria-label={t.copyPublic}
                onClick={() => copyText(site_key, t, notices)}
              >
                {t.copy}
              </Button>
            </span>
            <Rotate act="rekey" label={t.rotatePublic} t={t} {...rest} />
          </span>
        </KeyRow>
        <KeyRow name={t.secretKey}>
          <Told>
            {secret
              ? <code class="code break-all text-ink select-all">{secret}</code>
              : <span class="text-muted">{shown}</span>}
          </Told>
          <span class="flex ms-auto">
            <Rotate act="rotate" label={t.rotateSecret} t={t} {...rest} />
          </span>
        </KeyRow>
      </dl>
      {secret && <p class="mt-1.5 text-12 text-warn">{t.secretText}</p>}
    </section>
  );
}

/** As high as the buttons beside it, so that all of a row stands on one line. */
const LINE = cx("flex items-center min-h-[30px] coarse:min-h-11");

function KeyRow({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="flex items-start gap-x-2">
      <dt class={cx(LINE, "flex-none w-16 text-muted")}>{name}</dt>
      <dd class="flex-1 min-w-0 flex flex-wrap items-center gap-x-2">{children}</dd>
    </div>
  );
}

/** What is told of a key: itself, or that it is there. */
function Told({ children }: { readonly children: ComponentChildren }) {
  return <span class={cx(LINE, "flex-1 min-w-[140px] text-12")}>{children}</span>;
}

interface RotateProps extends Pick<KeysProps, "t" | "action" | "busy" | "onRotate"> {
  readonly act: RotateAct;
  readonly label: string;
}

/** Makes one of the keys anew, once one was asked. */
function Rotate({ t, action, busy, onRotate, act, label }: RotateProps) {
  return (
    <form
      method="post"
      action={action}
      onSubmit={(event: Event) => {
        event.preventDefault();
        if (!busy) onRotate(act);
      }}
    >
      <Button
        type="submit"
        name="act"
        value={act}
        size="sm"
        tone="quiet"
        icon={rotateCw}
        aria-label={label}
        aria-disabled={busy ? "true" : undefined}
      >
        {t.rotate}
      </Button>
    </form>
  );
}

export interface SecretDialogProps {
  readonly t: AdminText["site"];
  /** Null while there is none to tell. */
  readonly secret: string | null;
  readonly notices: Notices;
  readonly onClose: () => void;
}

/** The secret, as soon as it is made. */
export function SecretDialog({ t, secret, notices, onClose }: SecretDialogProps) {
  return (
    <Dialog
      open={secret !== null}
      title={t.secretTitle}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.secretDone}</Button>
          <Button tone="primary" icon={copy} autoFocus onClick={() => copyText(secret!, t, notices)}>
            {t.secretCopy}
          </Button>
        </>
      }
    >
      <p>{t.secretText}</p>
      <code class="codeblock mt-3 select-all" dir="ltr">{secret}</code>
    </Dialog>
  );
}
