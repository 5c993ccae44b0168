/** What begins conversations and keeps groups, as one script: nobody needs it to read or write. */
export { AddDialog } from "./AddDialog.tsx";
export { DescribeDialog } from "./DescribeDialog.tsx";
export { GroupPanel } from "./GroupPanel.tsx";
export { StartDialog } from "./StartDialog.tsx";
