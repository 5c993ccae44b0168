import type { ComponentChildren } from "preact";
import { asset } from "fresh/runtime";
import { headBasics } from "@/components/head_basics.tsx";
import { chatTextSource } from "@/lib/i18n/chat/mod.ts";
import { dir } from "@/lib/i18n/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { widgetText, widgetTextSource } from "@/lib/i18n/widget/mod.ts";

export type Theme = "light" | "dark" | "system";

export interface WidgetDocumentProps {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly title: string;
  /** Address of the site's colours; null where there is no site. */
  readonly sheet: string | null;
  readonly children: ComponentChildren;
}

/** A document by itself: no program to be installed, nothing of the app around it. */
export function WidgetDocument({ locale, theme, title, sheet, children }: WidgetDocumentProps) {
  return (
    <html lang={locale} dir={dir(locale)} data-theme={theme}>
      <head>
        {headBasics({ locale, theme, title })}
        <meta name="robots" content="noindex" />
        {sheet && <link rel="stylesheet" href={sheet} />}
        {sheet && <link rel="modulepreload" href={asset(chatTextSource(locale))} />}
        {sheet && <link rel="modulepreload" href={asset(widgetTextSource(locale))} />}
      </head>
      <body>
        {children}
        {sheet && <noscript>{widgetText(locale).noScripts}</noscript>}
      </body>
    </html>
  );
}
