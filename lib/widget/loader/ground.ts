import type { Locale } from "../../i18n/mod.ts";
import type { WidgetConfig } from "../../protocol/sites.ts";
import type { Command, Event } from "./api.ts";
import type { Reason } from "./config.ts";
import type { KeptGuest } from "./guest.ts";
import type { Options, Theme } from "./options.ts";

/**
 * What the loader has set up in the page, and gives to the panel. A page that has long been open gets the panel of
 * a newer server: nothing here is renamed or taken away.
 */
export interface Ground {
  readonly options: Options & { readonly theme: Theme };
  readonly config: WidgetConfig;
  readonly guest: KeptGuest;
  /** Stands in the page; all that is seen lies within its shadow root, closed to the page. */
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly all: HTMLElement;
  readonly launcher: HTMLElement;
  /** Over when the widget left the page. */
  readonly signal: AbortSignal;
  readonly locale: Locale;
  readonly inline: boolean;
  tell(event: Event, told?: unknown): void;
  leave(why: Reason, code?: string): void;
}

/** What does the rest, once it was fetched. */
export interface Panel {
  readonly does: Readonly<Record<Command, (given?: unknown) => void>>;
  /** There is a reason to have the frame before anybody opens it. */
  expect(): void;
  /** It stands in another place of the page: what was shown there has gone. */
  moved(): void;
}

/** The module that is fetched. */
export interface PanelModule {
  makePanel(ground: Ground): Panel;
}
