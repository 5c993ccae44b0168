/** As `later.ts`, what members alone are shown: no visitor of a site fetches it. */
export { AccountMenu } from "@/components/AccountMenu.tsx";
export { RailStaff } from "@/components/RailStaff.tsx";
export { CustomerInside } from "./CustomerInside.tsx";
export { EmptyLog } from "./EmptyLog.tsx";
export { GroupInside } from "./groups/GroupInside.tsx";
export { HistoryDialog } from "./HistoryDialog.tsx";
export { KeysDialog } from "./KeysDialog.tsx";
export { ListRows } from "./ListRows.tsx";
export { MembersInside } from "./MembersInside.tsx";
export { onPerson, onPersonKey } from "./person.ts";
export { PlainFiles } from "./PlainFiles.tsx";
export { PlainPlaces } from "./PlainPlaces.tsx";
export { PinsDialog } from "./PinsDialog.tsx";
export { ReportDialog } from "./ReportDialog.tsx";
export { RoomMenu } from "./RoomMenu.tsx";
export { SeenDialog } from "./SeenDialog.tsx";
export { createConversations } from "@/lib/realtime/client/conversations.ts";
