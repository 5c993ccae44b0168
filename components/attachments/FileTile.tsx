import type { ComponentChildren } from "preact";
import { IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { download, file as fileIcon, film } from "@/components/late_icons.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";

export interface FileTileProps {
  readonly t: ChatText;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** MIME type. */
  readonly type: string;
  /** Where it is fetched; none while it is on its way. */
  readonly href?: string;
  /** In place of the icon, such as how far it is sent. */
  readonly sign?: ComponentChildren;
}

/** A file that is not shown: what it is, its name as it is written, its size, and a way to have it. */
export function FileTile({ t, name, size, type, href, sign }: FileTileProps) {
  return (
    <div class="file-tile">
      <span class="file-sign">
        {sign ?? <Icon of={type.startsWith("video/") ? film : fileIcon} size={20} />}
      </span>
      <span class="min-w-0">
        {/* A name ends in what it is: that end is never cut away. */}
        <b class="file-name font-550 text-13 leading-5" dir="ltr" title={name}>
          <span class="clip">{stem(name)}</span>
          <span class="flex-none">{ending(name)}</span>
        </b>
        <span class="block text-12 leading-[18px] text-muted">
          {kindName(name)} <bdi>{t.files.size(size)}</bdi>
        </span>
      </span>
      {href && (
        <IconButton
          size="sm"
          href={withQuery(href, "download")}
          icon={download}
          label={t.files.download(name)}
        />
      )}
    </div>
  );
}

/** The address may carry a proof of a visitor’s already. */
function withQuery(href: string, name: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}${name}`;
}

function ending(name: string): string {
  return /[^.].{0,2}(\.[^.]{1,5})$/.exec(name)?.[0] ?? "";
}

function stem(name: string): string {
  return name.slice(0, name.length - ending(name).length);
}

/** "PDF", "MOV": what people call a kind of file. */
function kindName(name: string): ComponentChildren {
  const kind = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return kind && (
    <>
      <bdi dir="ltr">{kind.toUpperCase()}</bdi>
      {" · "}
    </>
  );
}
