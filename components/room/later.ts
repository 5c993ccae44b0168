/**
 * What is seen only when one acts on something, as one script: each of them alone would be small, and would cut
 * what it shares with the page into as many pieces.
 */
export { Attachments } from "@/components/attachments/Attachments.tsx";
export { AccountMenu } from "@/components/AccountMenu.tsx";
export { FailedSign } from "@/components/FailedSign.tsx";
export { RailStaff } from "@/components/RailStaff.tsx";
export { Announcer } from "./Announcer.tsx";
export { Connection } from "./Connection.tsx";
export { CustomerInside } from "./CustomerInside.tsx";
export { DropZone } from "./DropZone.tsx";
export { DeleteDialog } from "./DeleteDialog.tsx";
export { EmptyLog } from "./EmptyLog.tsx";
export { FloatingDay } from "./FloatingDay.tsx";
export { Unread } from "./Unread.tsx";
export { doAct } from "./doing.ts";
export { goToMessage } from "./going.ts";
export { GroupInside } from "./groups/GroupInside.tsx";
export { HistoryDialog } from "./HistoryDialog.tsx";
export { KeysDialog } from "./KeysDialog.tsx";
export { ListRows } from "./ListRows.tsx";
export { MembersInside } from "./MembersInside.tsx";
export { MessageMenu } from "./MessageMenu.tsx";
export { MessageSheet } from "./MessageSheet.tsx";
export { onLogKey } from "./keys.ts";
export { onPerson, onPersonKey } from "./person.ts";
export { PlainFiles } from "./PlainFiles.tsx";
export { PlainPlaces } from "./PlainPlaces.tsx";
export { Toast } from "@/components/Toast.tsx";
export { PinsDialog } from "./PinsDialog.tsx";
export { ReactionNames } from "./ReactionNames.tsx";
export { ReportDialog } from "./ReportDialog.tsx";
export { RoomMenu } from "./RoomMenu.tsx";
export { SeenDialog } from "./SeenDialog.tsx";
export { createConversations } from "@/lib/realtime/client/conversations.ts";
