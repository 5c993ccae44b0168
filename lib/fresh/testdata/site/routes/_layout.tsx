import type { PageProps } from "fresh";

export default function Layout({ Component, url }: PageProps) {
  return (
    <main data-path={url.pathname}>
      <Component />
    </main>
  );
}
