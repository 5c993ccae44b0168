import { displayName } from "@/components/person.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import { directionOf } from "@/lib/i18n/direction.ts";

/** Code points of a text that a notice shows. */
const LONGEST = 180;

/** What a notice knows beside what it shows; the service worker reads it when one is pressed. */
export interface NoticeData {
  readonly conversation_id: number;
  readonly message_id: number;
  readonly seq: number;
}

/** Not yet among the types of the DOM. */
type Options = NotificationOptions & { renotify?: boolean; data: NoticeData };

/** One notice a conversation stands at a time: a newer one takes its place. */
export const tagOf = (conversation_id: number) => `peyk:${conversation_id}`;

/**
 * What a notice says of a message: who, a visitor of a site as one, and their words without anything around them.
 */
export function wordsOf(message: Message, t: ChatText): { title: string; body: string; dir: "rtl" | "ltr" } {
  const { content, attachments, sender, source } = message;
  const text = content.replace(/\s+/g, " ").trim();
  const cut = [...text];
  const title = source.kind === "site"
    ? `🌐 ${displayName(sender)} · ${source.name ?? t.message.external}`
    : displayName(sender);
  if (cut.length > 0) {
    const body = cut.length > LONGEST ? `${cut.slice(0, LONGEST).join("")}…` : text;
    return { title, body, dir: directionOf(text) };
  }
  const are_images = attachments.every(({ type }) => type.startsWith("image/"));
  const body = t.attention[are_images ? "photos" : "files"](attachments.length);
  return { title, body, dir: directionOf(body) };
}

interface NotifyOptions {
  readonly t: ChatText;
  readonly silent: boolean;
  /** What a press on one of the page's own does. */
  readonly onPress: (data: NoticeData) => void;
  /** Name of the group it was said in; null where the sender says it all. */
  readonly where: string | null;
}

/**
 * Shows a notice: by the service worker where there is one, since it lives on without the tab and phones
 * allow no other; else by the page itself.
 */
export async function notify(
  message: Message,
  { t, silent, onPress, where }: NotifyOptions,
): Promise<void> {
  const { title: who, ...words } = wordsOf(message, t);
  const title = where === null ? who : t.attention.inRoom(who, where);
  const data: NoticeData = {
    conversation_id: message.conversation,
    message_id: message.id,
    seq: message.seq,
  };
  const icon = message.sender.profile_picture ??
    document.querySelector<HTMLLinkElement>('link[rel="apple-touch-icon"]')?.href;
  const options: Options = {
    ...words,
    icon,
    badge: "/icons/badge-96.png",
    tag: tagOf(message.conversation),
    renotify: true,
    silent,
    data,
  };
  const worker = await registration();
  if (worker) return await worker.showNotification(title, options);
  const notice = new Notification(title, options);
  own.add(notice);
  notice.onclose = () => void own.delete(notice);
  notice.onclick = () => {
    focus();
    onPress(data);
    notice.close();
  };
}

/**
 * Takes away the notices of a conversation up to this message: they were seen, here or elsewhere.
 * @returns whether some of later ones stand
 */
export async function withdraw(conversation_id: number, seq: number): Promise<boolean> {
  const tag = tagOf(conversation_id);
  const shown = await (await registration())?.getNotifications({ tag }) ?? [];
  const standing = [...shown, ...own].filter((notice) => notice.tag === tag);
  const seen = standing.filter(({ data }) => (data as NoticeData).seq <= seq);
  for (const notice of seen) notice.close();
  return standing.length > seen.length;
}

const own = new Set<Notification>();

async function registration(): Promise<ServiceWorkerRegistration | null> {
  const found = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  return found?.active ? found : null;
}
