import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { Bubble } from "@/components/Bubble.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronDown, image, sendHorizontal } from "@/components/icons.ts";
import { moon, sun } from "@/components/late_icons.ts";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { dir } from "@/lib/i18n/mod.ts";
import { inkOn, isHexColor } from "@/lib/ui/contrast.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { SiteForm } from "./draft.ts";

/** The chat of a site as its visitors see it, with what is not saved yet. */
export function Preview({ form }: { readonly form: SiteForm }) {
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
      <Stage form={form} theme={theme.value} />
    </section>
  );
}

/** When they were said: the same on the server and in the browser. */
const SAID = ["2026-10-04T06:38:00Z", "2026-10-04T06:49:00Z"] as const;

function Stage({ form: { draft, ...form }, theme }: { form: SiteForm; theme: "light" | "dark" }) {
  const { name, look, primary_color } = draft;
  const locale = look.locale === "auto" ? form.locale : look.locale;
  const t = adminText(locale).site;
  const chat = chatText(locale);
  const title = look.title.trim() || name.trim() || t.siteTitle;
  const stage = useRef<HTMLDivElement>(null);

  // A style attribute is against the policy of the page; what a script sets is not.
  useLayoutEffect(() => {
    if (!isHexColor(primary_color)) return;
    stage.current!.style.setProperty("--site", primary_color);
    stage.current!.style.setProperty("--site-on", inkOn(primary_color));
  }, [primary_color]);

  const dates = { locale, calendar: "gregory", timeZone: "Asia/Tehran" } as const;
  const say = (id: number, content: string, own: boolean) => (
    <Bubble
      t={chat}
      dates={dates}
      own={own}
      message={{
        client_id: `preview-${id}`,
        content,
        timestamp: SAID[id]!,
        is_edited: false,
        is_deleted: false,
        reply_to: null,
        sender: { id, username: "", first_name: own ? "" : title, last_name: "", profile_picture: null },
      }}
    />
  );
  const side = look.position === "left" ? "stage-left" : "stage-right";
  return (
    <div ref={stage} class="stage" lang={locale} dir={dir(locale)} data-theme={theme} data-preview>
      <div class="stage-page" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      <div class={cx("stage-chat", side)}>
        <div class="stage-head">
          <Avatar id={1} name={title} size={32} />
          <span class="flex-1 min-w-0 grid">
            <b class="clip text-15 font-650" dir="auto">{title}</b>
            <small class="clip text-12 opacity-85">{t.previewReply}</small>
          </span>
        </div>
        <div class="stage-log">
          {look.welcome.trim() !== "" && say(0, look.welcome.trim(), false)}
          {say(1, t.previewMessage, true)}
        </div>
        <div class="stage-write">
          <Icon of={image} class="ms-2" />
          <span class="flex-1 clip text-14">{t.previewWrite}</span>
          <span class="stage-send">
            <Icon of={sendHorizontal} />
          </span>
        </div>
      </div>
      <span class={cx("stage-launcher", side)}>
        <Icon of={chevronDown} />
      </span>
    </div>
  );
}
