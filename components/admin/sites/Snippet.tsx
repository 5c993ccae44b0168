import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronDown } from "@/components/icons.ts";
import { copy } from "@/components/late_icons.ts";
import type { Notices } from "@/components/room/notice.ts";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { copyText } from "./copying.ts";

export interface SnippetProps {
  readonly t: AdminText["site"];
  readonly site_id: string;
  /** Where Peyk is reached: scheme, host, port. */
  readonly origin: string;
  readonly notices: Notices;
}

/** A server that any machine with Python has. */
const SERVE = "python3 -m http.server 5000";

/** The two lines that bring the chat into a page, and how to try them at home. */
export function Snippet({ t, site_id, origin, notices }: SnippetProps) {
  const lines = [
    `<script src="${origin}/widget.js" data-site-id="${site_id}" async></script>`,
    '<div id="chat-container"></div>',
  ];
  return (
    <section aria-labelledby="snippet-title">
      <header class="flex items-center gap-2.5 min-h-9 mb-1.5">
        <h2 id="snippet-title" class="flex-1 text-14 font-650">{t.snippet}</h2>
        <span class="needs-scripts">
          <Button size="sm" icon={copy} onClick={() => copyText(lines.join("\n"), t, notices)}>
            {t.copy}
          </Button>
        </span>
      </header>
      <pre class="codeblock" tabIndex={0} dir="ltr"><code>{lines.join("\n")}</code></pre>
      <p class="mt-2 text-12 text-muted">{t.snippetText} {t.snippetInline}</p>
      <details class="fold mt-1">
        <summary class="flex items-center gap-1.5 min-h-10 coarse:min-h-11 w-fit text-13 text-ink-2 rounded">
          <Icon of={chevronDown} size={16} class="fold-sign" />
          {t.local}
        </summary>
        <ol class="steps grid gap-1.5 ps-5 text-13 text-ink-2">
          {t.localSteps.map((step) => <li key={step}>{step}</li>)}
        </ol>
        <pre class="codeblock mt-2" tabIndex={0} dir="ltr"><code>{SERVE}</code></pre>
        <p class="mt-2 text-12 text-muted">{t.localNote}</p>
      </details>
    </section>
  );
}
