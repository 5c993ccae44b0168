import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { OutgoingFiles, OutgoingFilesProps } from "./OutgoingFiles.tsx";

/** In a browser alone: on a server nothing is on its way. */
const loaded = signal<{ readonly OutgoingFiles: typeof OutgoingFiles } | null>(null);

/** Fetches what draws files on their way. @throws where it does not come */
export async function fetchOutgoing(): Promise<void> {
  loaded.value ??= await import("./OutgoingFiles.tsx");
}

/** Files on their way. It is there since they were chosen, but after a reload. */
export function LateOutgoing(props: OutgoingFilesProps) {
  useEffect(() => void fetchOutgoing().catch(() => {}), []);
  return loaded.value && <loaded.value.OutgoingFiles {...props} />;
}
