import type { Message, User } from "@/lib/protocol/entities.ts";
import type { Timeline } from "./timeline.ts";

/** What of a person stands beside what they say. */
const SHOWN = ["username", "first_name", "last_name", "profile_picture", "rank", "role"] as const;

/** The messages with that person's name and picture as they are now; the very same timeline where nothing differs. */
export function repainted(timeline: Timeline, user: User): Timeline {
  const messages = repaint(timeline.messages, user);
  const far = repaint(timeline.far, user);
  return messages === timeline.messages && far === timeline.far ? timeline : { ...timeline, messages, far };
}

function repaint(messages: readonly Message[], user: User): readonly Message[] {
  let changed = false;
  const painted = messages.map((message) => {
    const sender = isStale(message.sender, user) ? user : message.sender;
    const reply_to = message.reply_to && isStale(message.reply_to.sender, user)
      ? { ...message.reply_to, sender: user }
      : message.reply_to;
    if (sender === message.sender && reply_to === message.reply_to) return message;
    changed = true;
    return { ...message, sender, reply_to };
  });
  return changed ? painted : messages;
}

function isStale(shown: Partial<User>, user: User): boolean {
  // A quote tells less of its author: only what it tells can be out of date.
  return shown.id === user.id && SHOWN.some((field) => field in shown && shown[field] !== user[field]);
}
