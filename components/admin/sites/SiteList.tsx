import { Avatar } from "@/components/Avatar.tsx";
import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { globe } from "@/components/icons.ts";
import { chevronRight, plus } from "@/components/late_icons.ts";
import { EmptyState } from "@/components/EmptyState.tsx";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { fullTime, isoTime, lastSeen } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Site } from "@/lib/protocol/sites.ts";
import { StateTag } from "./StateTag.tsx";

export interface SiteListProps {
  readonly t: AdminText;
  readonly dates: DateStyle;
  readonly sites: readonly Site[];
  readonly older: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The sites of the workspace, the newest first. */
export function SiteList({ t, dates, sites, older, now }: SiteListProps) {
  if (sites.length === 0) {
    return (
      <EmptyState
        icon={globe}
        title={t.list.emptyTitle}
        text={t.list.emptyText}
        actions={<Button href="/admin/sites/new" tone="primary" icon={plus}>{t.list.add}</Button>}
      />
    );
  }
  return (
    <div class="px-2 md:px-5 pt-3 pb-16">
      <p class="px-2 md:px-3 pb-2 text-13 text-muted">{t.list.lead}</p>
      <ul>
        {sites.map((site) => (
          <li key={site.site_id} class="border-b border-line">
            <Row t={t} dates={dates} site={site} now={now} />
          </li>
        ))}
      </ul>
      {older && (
        <p class="pt-4 text-center">
          <Button href={older} size="sm">{t.list.older}</Button>
        </p>
      )}
    </div>
  );
}

interface RowProps extends Pick<SiteListProps, "t" | "dates" | "now"> {
  readonly site: Site;
}

function Row({ t, dates, site, now }: RowProps) {
  const { site_id, name, domains, mode } = site;
  return (
    <a
      href={`/admin/sites/${site_id}`}
      class="grid grid-cols-[40px_minmax(0,1fr)_16px] lg:grid-cols-[40px_minmax(0,5fr)_minmax(0,4fr)_16px] items-center gap-x-3.5 gap-y-1 px-2 md:px-3 py-3 my-px rounded hover:bg-row-hover"
    >
      <Avatar id={hueOf(site_id)} name={name} size={40} shape="place" class="max-lg:self-start" />
      <div class="min-w-0">
        <p class="flex items-center gap-2">
          <b class="clip text-14 font-600" dir="auto">{name}</b>
          <StateTag t={t.states} site={site} />
        </p>
        <p class="flex flex-wrap gap-x-2.5 text-13 text-muted">
          <span class="flex-none">{t.modes[mode].name}</span>
          <Domains t={t.list} domains={domains} />
        </p>
      </div>
      <Icon of={chevronRight} size={16} class="row-span-2 lg:order-last text-muted" />
      <Traffic t={t.list} dates={dates} traffic={site.traffic} now={now} />
    </a>
  );
}

function Domains({ t, domains }: { readonly t: AdminText["list"]; readonly domains: readonly string[] }) {
  const [first, ...rest] = domains;
  if (first === undefined) return <span class="text-warn">{t.noDomains}</span>;
  return (
    <span class="flex gap-1.5 min-w-0">
      <bdi class="clip" dir="ltr">{first}</bdi>
      {rest.length > 0 && <span class="flex-none">{t.moreDomains(rest.length)}</span>}
    </span>
  );
}

interface TrafficProps extends Pick<SiteListProps, "dates" | "now"> {
  readonly t: AdminText["list"];
  readonly traffic: Site["traffic"];
}

/** What came from it in a day, and when something last did. */
function Traffic({ t, dates, traffic, now }: TrafficProps) {
  const { messages_day, guests_day, last_message_at } = traffic;
  const is_quiet = messages_day === 0 && guests_day === 0;
  return (
    <div class="max-lg:col-start-2 min-w-0 text-13 text-muted">
      <p class="num text-ink-2">
        {is_quiet ? t.quiet : t.day(t.messagesToday(messages_day), t.guestsToday(guests_day))}
      </p>
      <p>
        {last_message_at === null
          ? t.noMessage
          : (
            <time dateTime={isoTime(last_message_at)} title={fullTime(dates, last_message_at)}>
              {t.lastMessage(lastSeen(dates, last_message_at, now))}
            </time>
          )}
      </p>
    </div>
  );
}

/** A colour of its own for a place without a number. */
function hueOf(site_id: string): number {
  return [...site_id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
}
