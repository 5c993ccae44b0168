import { digits } from "./numbers.ts";
import type { Locale } from "./mod.ts";

const CALLED: Readonly<Record<Locale, (number: string) => string>> = {
  en: (number) => `Visitor ${number}`,
  fa: (number) => `مهمان ${number}`,
};

/** What a visitor is called who has not said their name, so that two of them can be told apart. */
export function visitorName(locale: Locale, number: number): string {
  return CALLED[locale](digits(locale, number));
}
