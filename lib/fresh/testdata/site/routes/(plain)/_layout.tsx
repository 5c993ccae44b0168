import type { LayoutConfig, PageProps } from "fresh";

export const config: LayoutConfig = { skipInheritedLayouts: true };

export default function Plain({ Component }: PageProps) {
  return (
    <section>
      <Component />
    </section>
  );
}
