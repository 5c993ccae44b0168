import { asset } from "fresh/runtime";
import { headBasics } from "@/components/head_basics.tsx";
import { dir } from "@/lib/i18n/mod.ts";
import { pagesText } from "@/lib/i18n/pages/mod.ts";
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
        {headBasics({ locale, theme, title: pagesText(locale).appName })}
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
        <link rel="manifest" href={`/manifest.webmanifest?lang=${locale}`} />
        <meta name="apple-mobile-web-app-title" content={pagesText(locale).appName} />
        <link rel="apple-touch-icon" href={asset("/icon-180.png")} />
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
});
