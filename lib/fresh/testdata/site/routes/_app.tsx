import type { PageProps } from "fresh";

export default function Site({ Component, state }: PageProps<unknown, { lang?: string }>) {
  return (
    <html lang={state.lang ?? "fa"} dir="rtl">
      <head>
        <meta charset="utf-8" />
        <meta name="description" content="of the app" />
        <title>The app</title>
      </head>
      <body class="site">
        <Component />
      </body>
    </html>
  );
}
