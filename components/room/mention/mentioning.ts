import { createCompleting } from "./completing.ts";
import { MentionButton } from "./MentionButton.tsx";

/** What a composer has by which one names others. Visitors know nobody, and do without. */
export const MENTIONING = { createCompleting, MentionButton };
