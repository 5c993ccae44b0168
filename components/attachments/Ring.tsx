import type { ChatText } from "@/lib/i18n/chat/mod.ts";

/** How far something has come, from 0 to 1: a ring that fills, with the per cent in it. For the eye alone. */
export function Ring({ t, of }: { t: ChatText; of: number }) {
  const percent = Math.round(of * 100);
  return (
    <span class="ring" aria-hidden="true">
      <svg viewBox="0 0 34 34">
        <circle class="ring-track" cx="17" cy="17" r="15" />
        <circle cx="17" cy="17" r="15" pathLength="100" stroke-dasharray={`${percent} 100`} />
      </svg>
      {t.files.percent(percent)}
    </span>
  );
}
