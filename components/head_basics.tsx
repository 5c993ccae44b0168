// deno-lint-ignore-file jsx-key -- the head tells two that are the same by their keys, where they have one
import { asset } from "fresh/runtime";
import type { VNode } from "preact";
import type { Locale } from "@/lib/i18n/mod.ts";
import { ownFont } from "@/lib/ui/fonts.ts";

export interface HeadBasicsProps {
  readonly locale: Locale;
  readonly theme: "light" | "dark" | "system";
  readonly title: string;
}

/**
 * What the head of every document has, of the app’s pages and of a site’s frame. No component, and no fragment: a page puts
 * its own title in the place of the one it finds in the head, and sees into neither.
 */
export function headBasics({ locale, theme, title }: HeadBasicsProps): VNode[] {
  return [
    <meta charset="utf-8" />,
    <meta
      name="viewport"
      content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
    />,
    <title>{title}</title>,
    <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />,
    <link rel="icon" href={asset("/logo.svg")} type="image/svg+xml" />,
    // The address must be the very one that the stylesheet has, or the face is fetched twice.
    <link
      rel="preload"
      href={asset(ownFont(locale))}
      as="font"
      type="font/woff2"
      crossOrigin="anonymous"
    />,
  ];
}
