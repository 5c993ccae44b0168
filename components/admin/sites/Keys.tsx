import { Button } from "@/components/Button.tsx";
import { Dialog } from "@/components/Dialog.tsx";
import { rotateCw } from "@/components/icons.ts";
import { copy } from "@/components/late_icons.ts";
import type { Notices } from "@/components/room/notice.ts";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { copyText } from "./copying.ts";

export interface KeysProps {
  readonly t: AdminText["site"];
  /** Where the form goes without scripts. */
  readonly action: string;
  readonly site_key: string;
  /** When the secret was made, in words. */
  readonly shown: string;
  /** The secret itself, on the page that made it. */
  readonly secret: string | null;
  readonly notices: Notices;
  readonly onRotate: () => void;
}

/** The key that stands in pages, and that there is one which does not. */
export function Keys({ t, action, site_key, shown, secret, notices, onRotate }: KeysProps) {
  return (
    <section aria-labelledby="keys-title">
      <h2 id="keys-title" class="mb-1 text-14 font-650">{t.keys}</h2>
      <dl class="grid grid-cols-[64px_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 text-13">
        <dt class="text-muted">{t.publicKey}</dt>
        <dd class="text-12">
          <code class="code block break-all">{site_key}</code>
        </dd>
        <dd class="needs-scripts">
          <Button
            size="sm"
            tone="quiet"
            icon={copy}
            aria-label={t.copyPublic}
            onClick={() => copyText(site_key, t, notices)}
          >
            {t.copy}
          </Button>
        </dd>
        <dt class="col-start-1 text-muted">{t.secretKey}</dt>
        <dd class="text-12 text-muted">
          {secret ? <code class="code block break-all text-ink select-all">{secret}</code> : shown}
        </dd>
        <dd>
          <form
            method="post"
            action={action}
            onSubmit={(event: Event) => {
              event.preventDefault();
              onRotate();
            }}
          >
            <Button type="submit" name="act" value="rotate" size="sm" tone="quiet" icon={rotateCw}>
              {t.rotate}
            </Button>
          </form>
        </dd>
      </dl>
      {secret && <p class="mt-1.5 text-12 text-warn">{t.secretText}</p>}
    </section>
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
