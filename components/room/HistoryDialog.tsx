import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { displayName } from "@/components/person.ts";
import { MessageSkeleton } from "@/components/States.tsx";
import { Tag } from "@/components/Tag.tsx";
import { Name } from "@/components/Text.tsx";
import { Time } from "@/components/Time.tsx";
import { membersText } from "@/lib/i18n/members/mod.ts";
import type { Message, Replaced } from "@/lib/protocol/entities.ts";
import { diffWords } from "./diff.ts";
import { ModalFrame } from "./ModalFrame.tsx";
import type { OverlayProps } from "./overlay_props.ts";

/** One version of a message's text, and since when it stood. */
interface Version {
  readonly id: number;
  readonly content: string | null;
  readonly at: string;
  readonly by: Replaced["replaced_by"];
}

/** What a message said before, for admins: each version beside the one it took the place of. */
export function HistoryDialog({ overlay: { message }, dates, now, onClose }: OverlayProps<"history">) {
  const t = membersText(dates.locale).history;
  const versions = useSignal<readonly Version[] | "loading" | "failed">("loading");

  async function load(): Promise<void> {
    versions.value = "loading";
    try {
      const headers = { accept: "application/json" };
      const answer = await fetch(`/api/messages/${message.id}/history`, { headers });
      if (!answer.ok) throw new Error(`${answer.status}`);
      versions.value = versionsOf(message, await answer.json());
    } catch {
      versions.value = "failed";
    }
  }
  useEffect(() => void load(), []);

  const found = versions.value;
  return (
    <ModalFrame
      title={t.title}
      message={message}
      wide
      onClose={onClose}
      actions={(close) => <Button autoFocus onClick={close}>{t.close}</Button>}
    >
      {() => {
        if (found === "loading") return <MessageSkeleton label={t.title} rows={2} />;
        if (found === "failed") {
          return (
            <p role="alert" class="flex flex-wrap items-center gap-3">
              {t.failed}
              <Button size="sm" onClick={() => void load()}>{t.again}</Button>
            </p>
          );
        }
        if (found.length < 2) return <p>{t.empty}</p>;
        return (
          <ol class="grid gap-4 mt-2">
            {found.map((version, index) => (
              <li key={version.id} class="ps-3 border-s-2 border-line">
                <p class="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-muted">
                  <b class="font-600 text-ink-2">
                    <Name>{displayName(version.by)}</Name>
                  </b>
                  <span>
                    <Time dates={dates} at={version.at} show="day" now={now} />{" "}
                    <Time dates={dates} at={version.at} />
                  </span>
                  {index === 0 && <Tag tone="accent">{version.content === null ? t.deleted : t.now}</Tag>}
                  {index === found.length - 1 && <Tag>{t.first}</Tag>}
                </p>
                <Said version={version} before={found[index + 1]} t={t} />
              </li>
            ))}
          </ol>
        );
      }}
    </ModalFrame>
  );
}

interface SaidProps {
  readonly version: Version;
  /** The one it took the place of. */
  readonly before: Version | undefined;
  readonly t: ReturnType<typeof membersText>["history"];
}

function Said({ version: { content }, before, t }: SaidProps) {
  if (content === null) return null;
  if (!before || before.content === null) {
    return <p class="prose w-fit max-w-full mt-0.5 text-ink" dir="auto">{content}</p>;
  }
  return (
    <p class="prose w-fit max-w-full mt-0.5 text-ink" dir="auto">
      {diffWords(before.content, content).map(({ kind, text }, index) => {
        if (kind === "same") return text;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={index} class={Mark}>
            <bdi class="sr-only">{kind === "added" ? t.added : t.removed}:</bdi>
            {/* Or Persian letters would join those of the stretch beside them. */}
            {"\u200c"}
            {text}
            {"\u200c"}
          </Mark>
        );
      })}
    </p>
  );
}

/** Newest first, what it says now before all; a deleted message says nothing. */
function versionsOf(message: Message, replaced: readonly Replaced[]): Version[] {
  const { id, sender, timestamp, content, is_deleted } = message;
  const texts = [{ id, content: is_deleted ? null : content }, ...replaced];
  return texts.map((text, index) => {
    // Each stands since the one below it was replaced; the lowest since it was written.
    const since = replaced[index];
    return {
      id: text.id,
      content: text.content,
      at: since?.replaced_at ?? timestamp,
      by: since?.replaced_by ?? sender,
    };
  });
}
