/** What cuts a picture to what matters, as one script: the same that cuts one's own. */
import { settingsText } from "@/lib/i18n/settings/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";

export { default as CropDialog } from "@/components/settings/CropDialog.tsx";
export { BYTES_MAX, cutOut, openPicture, TooManyPixels } from "@/components/settings/picture.ts";

/** What it says. */
export function cropWords(locale: Locale) {
  const { profile: words, live } = settingsText(locale);
  return { words, live };
}
