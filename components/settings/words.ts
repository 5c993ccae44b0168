import type { SettingsText } from "@/lib/i18n/settings/mod.ts";

/** What every island of the settings says; handed over, so that the dictionaries stay on the server. */
export type LiveWords = SettingsText["live"];
export type ProfileWords = SettingsText["profile"];

/** Sentences by field; the empty name holds what belongs to none. */
export type Faults = Readonly<Record<string, string>>;
