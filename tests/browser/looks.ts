/** Each language with each theme, each with each screen, in half as many runs as all of them together. */
export const LOOKS = [
  { locale: "fa", theme: "light", viewport: "desktop" },
  { locale: "fa", theme: "dark", viewport: "phone" },
  { locale: "en", theme: "light", viewport: "phone" },
  { locale: "en", theme: "dark", viewport: "desktop" },
] as const;

export type Look = (typeof LOOKS)[number];
