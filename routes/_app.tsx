import { asset } from "fresh/runtime";
import { dir } from "@/lib/i18n/mod.ts";
import { pagesText } from "@/lib/i18n/pages/mod.ts";
import { ownFont } from "@/lib/ui/fonts.ts";
import { hex } from "@/lib/ui/tokens.ts";
import { define } from "@/lib/web/state.ts";

const THEME_COLORS = { light: hex("surface-1", "light"), dark: hex("surface-1", "dark") };

/** The document around every page. */
export default define.page(({ state, Component }) => {
  // A failure may come before the middleware that finds out language and theme.
  const { locale = "fa", theme = "system" } = state;
  return (
    <html lang={locale} dir={dir(locale)} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <title>{pagesText(locale).appName}</title>
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        {theme === "system"
          ? (
            <>
              <meta
                key="light"
                name="theme-color"
                media="(prefers-color-scheme: light)"
                content={THEME_COLORS.light}
              />
              <meta
                key="dark"
                name="theme-color"
                media="(prefers-color-scheme: dark)"
                content={THEME_COLORS.dark}
              />
            </>
          )
          : <meta name="theme-color" content={THEME_COLORS[theme]} />}
        <link rel="icon" href={asset("/logo.svg")} type="image/svg+xml" />
        <link rel="manifest" href={`/manifest.webmanifest?lang=${locale}`} />
        <meta name="apple-mobile-web-app-title" content={pagesText(locale).appName} />
        <link rel="apple-touch-icon" href={asset("/icon-180.png")} />
        {/* The address must be the very one that the stylesheet has, or the face is fetched twice. */}
        <link
          rel="preload"
          href={asset(ownFont(locale))}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
});
