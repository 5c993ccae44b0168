export { errorSentence, isErrorCode } from "./sentence.ts";
export { type InputIssue, zodSentence } from "./input.ts";
