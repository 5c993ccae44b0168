import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { chevronDown } from "@/components/icons.ts";
import { moon, sun } from "@/components/late_icons.ts";
import type { PreviewMessage } from "@/components/widget/preview.ts";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import type { WidgetConfig } from "@/lib/protocol/sites.ts";
import { cx } from "@/lib/ui/cx.ts";
import { put } from "./draft.ts";
import type { SiteForm } from "./draft.ts";
import { draftConfig } from "./draft_config.ts";

export interface PreviewProps {
  readonly form: SiteForm;
  /** Who answers, in the preview. */
  readonly agents: WidgetConfig["agents"];
  /** What is asked before the chat is looked at, and not the chat. */
  readonly asks: boolean;
}

/** The chat of a site as its visitors see it, with what is not saved yet. */
export function Preview({ form, agents, asks }: PreviewProps) {
  const { t } = form;
  const theme = useSignal<"light" | "dark">("light");
  return (
    <section aria-labelledby="preview-title" class="needs-scripts">
      <header class="flex items-center gap-2.5 mb-2">
        <h2 id="preview-title" class="flex-1 text-14 font-650">{t.preview}</h2>
        <div role="group" aria-labelledby="preview-title" class="segments">
          {([["light", sun], ["dark", moon]] as const).map(([name, icon]) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === theme.value ? "true" : "false"}
              onClick={() => void (theme.value = name)}
            >
              <Icon of={icon} size={14} />
              {t[name]}
            </button>
          ))}
        </div>
      </header>
      <Stage form={form} agents={agents} asks={asks} theme={theme.value} />
    </section>
  );
}

/** A page of somebody else's, with the chat itself in a frame and its button. */
function Stage({ form, agents, asks, theme }: PreviewProps & { readonly theme: "light" | "dark" }) {
  const { draft, t } = form;
  const locale = draft.look.locale === "auto" ? form.locale : draft.look.locale;
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const seen = asks ? draft : put(draft, "look.prechat.enabled", false);
  const config = draftConfig(seen, agents);
  const { site, on } = config.colors;
  const shown: PreviewMessage = {
    peyk_preview: { config, theme, said: adminText(locale).site.previewMessage },
  };
  const tell = () => frame.current?.contentWindow?.postMessage(shown, location.origin);
  const teller = useRef(tell);
  teller.current = tell;

  // A style attribute is against the policy of the page; what a script sets is not.
  useLayoutEffect(() => {
    stage.current!.style.setProperty("--site", site);
    stage.current!.style.setProperty("--site-on", on);
  }, [site, on]);

  const told = JSON.stringify(shown);
  useEffect(() => void tell(), [told]);
  useEffect(() => {
    const onMessage = ({ source, origin, data }: MessageEvent) => {
      const is_frame = source === frame.current?.contentWindow && origin === location.origin;
      if (is_frame && (data as PreviewMessage | null)?.peyk_preview === null) teller.current();
    };
    addEventListener("message", onMessage);
    return () => removeEventListener("message", onMessage);
  }, []);

  const side = draft.look.position === "left" ? "stage-left" : "stage-right";
  return (
    <div ref={stage} class="stage" data-theme={theme} data-preview>
      <div class="stage-page" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      <iframe
        ref={frame}
        // Another language is another page; all else it is told.
        key={locale}
        src={`/admin/sites/preview?locale=${locale}&theme=light`}
        title={t.preview}
        tabIndex={-1}
        class={cx("stage-chat", side)}
      />
      <span class={cx("stage-launcher", side)}>
        <Icon of={chevronDown} />
      </span>
    </div>
  );
}
