import { lock } from "@/components/late_icons.ts";
import { ban } from "@/components/icons.ts";
import { Tag } from "@/components/Tag.tsx";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import type { Site } from "@/lib/protocol/sites.ts";

export interface StateTagProps {
  readonly t: AdminText["states"];
  readonly site: Pick<Site, "locked" | "revoked">;
}

/** Whether a site’s chat works, is only read, or is cut off. */
export function StateTag({ t, site }: StateTagProps) {
  if (site.revoked) return <Tag tone="danger" icon={ban}>{t.revoked}</Tag>;
  if (site.locked) return <Tag tone="warn" icon={lock}>{t.locked}</Tag>;
  return <Tag tone="ok">{t.live}</Tag>;
}
