import { Fragment } from "preact";
import { describe } from "@/components/attachments/layout.ts";
import { Avatar } from "@/components/Avatar.tsx";
import { Icon } from "@/components/Icon.tsx";
import { image } from "@/components/icons.ts";
import { file } from "@/components/late_icons.ts";
import { displayName } from "@/components/person.ts";
import { isOutside, SourceTag } from "@/components/SourceTag.tsx";
import { Name } from "@/components/Text.tsx";
import { Time } from "@/components/Time.tsx";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { FoundMessage } from "@/lib/protocol/search.ts";
import { cx } from "@/lib/ui/cx.ts";
import { excerpt } from "./excerpt.ts";
import { messagePath } from "./room.ts";

export interface FoundRowProps {
  readonly t: ChatText;
  readonly dates: DateStyle;
  readonly now: number;
  readonly found: FoundMessage;
  /** Where the arrows stand in a list of options. */
  readonly active?: boolean;
  /** What makes an option of the link, or leaves it one. */
  readonly link?: {
    readonly id: string;
    readonly role: "option";
    readonly tabIndex: number;
    readonly "aria-selected": boolean;
    readonly onClick: (event: MouseEvent) => void;
  };
}

/** A message that was found: who, when, and the part of it that was looked for. A link to its place. */
export function FoundRow({ t, dates, now, found, active, link }: FoundRowProps) {
  const { sender, source, attachments, content, matches } = found;
  const name = displayName(sender);
  const photo = attachments.find(({ thumbnail }) => thumbnail !== null)?.thumbnail;
  return (
    <a
      {...link}
      href={messagePath(found)}
      class={cx(
        "flex items-start gap-3 px-2.5 py-2 rounded min-w-0",
        active ? "bg-accent-soft" : "hover:bg-surface-3",
      )}
    >
      <Avatar
        id={sender.id}
        name={name}
        picture={sender.profile_picture}
        kind={isOutside(source) ? "guest" : undefined}
        size={36}
      />
      <span class="min-w-0 flex-1 grid gap-0.5">
        <span class="flex items-center gap-2 min-w-0">
          <b class="clip text-14 font-600" dir="auto">
            <Name>{name}</Name>
          </b>
          <SourceTag t={t} source={source} />
          <span class="flex-none ms-auto text-12 text-muted">
            <Time dates={dates} at={found.timestamp} show="list" now={now} />
          </span>
        </span>
        {content !== "" && (
          <span class="found-text line-clamp-2 text-14 text-ink-2" dir="auto">
            {excerpt(content, matches).map(({ text, hit }, index) =>
              hit ? <mark key={index} class="hit">{text}</mark> : <Fragment key={index}>{text}</Fragment>
            )}
          </span>
        )}
        {attachments.length > 0 && (
          <span class="flex items-center gap-1.5 min-w-0 text-12 text-muted">
            <Icon of={photo ? image : file} size={14} />
            <span class="clip" dir="auto">
              {attachments.length === 1 ? attachments[0]!.name : describe(t, attachments)}
            </span>
          </span>
        )}
      </span>
      {photo && <img src={photo} alt="" loading="lazy" decoding="async" class="found-photo flex-none" />}
    </a>
  );
}
