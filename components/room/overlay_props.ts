import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Overlay } from "./overlay.ts";
import type { RoomView } from "./view.ts";

/** What each thing that lies over the room is given. */
export interface OverlayProps<Kind extends Overlay["kind"]> {
  readonly view: RoomView;
  readonly overlay: Extract<Overlay, { kind: Kind }>;
  readonly dates: DateStyle;
  readonly now: number;
  readonly onClose: () => void;
}
