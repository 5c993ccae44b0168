import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { loadGroups } from "./groups/load.ts";
import { loadLater } from "./load_later.ts";
import type { Overlay } from "./overlay.ts";
import type { OverlayProps } from "./overlay_props.ts";
import type { RoomView } from "./view.ts";

type Loaders = {
  readonly [Kind in Overlay["kind"]]: () => Promise<ComponentType<OverlayProps<Kind>>>;
};

/** Nothing of this is there at first sight. */
const LOADERS: Loaders = {
  menu: async () => (await loadLater()).MessageMenu,
  sheet: async () => (await loadLater()).MessageSheet,
  delete: async () => (await loadLater()).DeleteDialog,
  report: async () => (await loadLater()).ReportDialog,
  seen: async () => (await loadLater()).SeenDialog,
  history: async () => (await loadLater()).HistoryDialog,
  pins: async () => (await loadLater()).PinsDialog,
  keys: async () => (await loadLater()).KeysDialog,
  emoji: async () => (await import("./EmojiOverlay.tsx")).EmojiOverlay,
  person: async () => (await import("./PersonCard.tsx")).PersonCard,
  start: async () => (await loadGroups()).StartDialog,
  add: async () => (await loadGroups()).AddDialog,
  describe: async () => (await loadGroups()).DescribeDialog,
  search: async () => (await import("@/components/search/SearchDialog.tsx")).SearchDialog,
  calendar: async () => (await import("./CalendarDialog.tsx")).CalendarDialog,
};

/** How soon what the first tap asks for is fetched without one, in milliseconds: when all else is there. */
const SOON = 3000;

export interface OverlaysProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

/** What lies over the room, fetched when it is first wanted, and who reacted with what. */
export function Overlays({ view, dates, now }: OverlaysProps) {
  const overlay = view.overlay.value;
  const naming = view.naming.value;
  const Opened = useLoaded(view, overlay && loaderOf(overlay));
  const Names = useLoaded(view, naming && loadNames);
  useEffect(() => {
    const timer = setTimeout(() => void loadLater().catch(() => {}), SOON);
    return () => clearTimeout(timer);
  }, []);
  const onClose = () => {
    // Something else may have been opened from it.
    if (view.overlay.peek() === overlay) view.overlay.value = null;
  };
  return (
    <>
      {Opened && overlay && (
        <Opened
          view={view}
          overlay={overlay}
          dates={dates}
          now={now}
          onClose={onClose}
        />
      )}
      {Names && naming && <Names view={view} naming={naming} locale={dates.locale} />}
    </>
  );
}

type Loader<Props> = () => Promise<ComponentType<Props>>;

/** The kind decides which overlay a component is given: each gets its own. */
function loaderOf({ kind }: Overlay): Loader<OverlayProps<Overlay["kind"]>> {
  return LOADERS[kind] as Loader<OverlayProps<Overlay["kind"]>>;
}

async function loadNames() {
  return (await loadLater()).ReactionNames;
}

/** A component once it has been fetched; says so where that fails. */
function useLoaded<Props>(
  { overlay, naming, notices, t }: RoomView,
  load: Loader<Props> | null,
): ComponentType<Props> | null {
  const loaded = useSignal<{ by: Loader<Props>; component: ComponentType<Props> } | null>(null);
  useEffect(() => {
    if (!load || loaded.peek()?.by === load) return;
    load().then(
      (component) => void (loaded.value = { by: load, component }),
      () => {
        overlay.value = null;
        naming.value = null;
        notices.say(t.connection.notNow, "bad");
      },
    );
  }, [load]);
  return load && loaded.value?.by === load ? loaded.value.component : null;
}
