import type { AdminText } from "@/lib/i18n/admin/mod.ts";

/** What is done with a site at once, and only when it was asked about: a secret or a public key, or its end. */
export const ASKED_ACTS = ["rotate", "rekey", "revoke", "remove"] as const;

export type AskedAct = typeof ASKED_ACTS[number];

export function isAskedAct(act: string | undefined): act is AskedAct {
  return (ASKED_ACTS as readonly (string | undefined)[]).includes(act);
}

/** The question before an act, what follows from it, and the word for doing it. */
export function questionOf(t: AdminText["site"], act: AskedAct) {
  const words = {
    rotate: [t.rotateTitle, t.rotateText, t.rotateConfirm],
    rekey: [t.rekeyTitle, t.rekeyText, t.rotateConfirm],
    revoke: [t.revokeTitle, t.revokeText, t.revoke],
    remove: [t.removeTitle, t.removeText, t.remove],
  } as const;
  return words[act];
}
