import { kindOf } from "@/components/attachments/layout.ts";
import type { Attachment, Message } from "@/lib/protocol/entities.ts";

/** A picture and the message it came with. */
export interface Looked {
  readonly attachment: Attachment;
  readonly message: Message;
}

/** All pictures of some messages, in the order in which they stand. */
export function picturesOf(messages: readonly Message[]): Looked[] {
  return messages.filter(({ is_deleted }) => !is_deleted).flatMap((message) =>
    message.attachments.filter((one) => kindOf(one) === "photo").map((attachment) => ({
      attachment,
      message,
    }))
  );
}

/** What is shown in large: the file itself, or what stands for one that browsers cannot show. */
export function largeOf({ type, file, thumbnail }: Attachment): string {
  return type === "image/heic" && thumbnail !== null ? thumbnail : file;
}
