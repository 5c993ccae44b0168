import { Head } from "fresh/runtime";
import type { ComponentChildren } from "preact";
import { Shell } from "@/components/settings/Shell.tsx";
import type { shellProps } from "./section.ts";
import Self from "@/islands/settings/Self.tsx";

export interface PageProps {
  readonly shell: ReturnType<typeof shellProps>;
  readonly is_list?: boolean;
  readonly children: ComponentChildren;
}

/** A section in its frame, with its title. */
export function Page({ shell: { user, ...shell }, is_list, children }: PageProps) {
  const { t, section } = shell;
  return (
    <>
      <Head>
        <title>{is_list ? t.title : `${t.sections[section]} · ${t.title}`}</title>
      </Head>
      <Shell {...shell} is_list={is_list} self={<Self self={user} label={t.sections.profile} />}>
        {children}
      </Shell>
    </>
  );
}
