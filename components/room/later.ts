/**
 * What is seen only when one acts on something, as one script: each of them alone would be small, and would cut
 * what it shares with the page into as many pieces. What only members act on is `later_of_members.ts`.
 */
export { Attachments } from "@/components/attachments/Attachments.tsx";
export { FailedSign } from "@/components/FailedSign.tsx";
export { Toast } from "@/components/Toast.tsx";
export { Announcer } from "./Announcer.tsx";
export { Connection } from "./Connection.tsx";
export { DeleteDialog } from "./DeleteDialog.tsx";
export { doAct } from "./doing.ts";
export { DropZone } from "./DropZone.tsx";
export { FloatingDay } from "./FloatingDay.tsx";
export { goToMessage } from "./going.ts";
export { onLogKey } from "./keys.ts";
export { MessageMenu } from "./MessageMenu.tsx";
export { MessageSheet } from "./MessageSheet.tsx";
export { ReactionNames } from "./ReactionNames.tsx";
export { Unread } from "./Unread.tsx";
