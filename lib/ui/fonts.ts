import type { Locale } from "@/lib/i18n/mod.ts";

/**
 * The two faces, served by ourselves. Vazirmatn comes without its Latin half (48 KB instead of 111):
 * Latin letters are Inter's on every page.
 */
export const FONT_ASSETS: readonly { from: string; to: string }[] = [
  {
    from: "node_modules/vazirmatn/misc/Non-Latin/fonts/webfonts/Vazirmatn-NL[wght].woff2",
    to: "fonts/vazirmatn-33.woff2",
  },
  {
    from: "node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    to: "fonts/inter-5.woff2",
  },
  {
    from: "node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
    to: "fonts/inter-ext-5.woff2",
  },
];

/** The face of the page's own script, to be preloaded. */
export function ownFont(locale: Locale): string {
  return locale === "fa" ? "/fonts/vazirmatn-33.woff2" : "/fonts/inter-5.woff2";
}

const PERSIAN = "U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200F,U+FB50-FDFF,U+FE70-FEFF";
// In a Persian text Inter draws what the Persian face has not: letters, digits and a few signs. The
// space, brackets, full stop and guillemets stay Persian, or they would sit beside their sentence.
const LATIN_IN_PERSIAN =
  "U+22-27,U+2A,U+2C,U+30-39,U+3B-3C,U+3E-5A,U+5C,U+5E-7E,U+A1-AA,U+AC-BA,U+BC-FF,U+2018-2022,U+2026,U+20AC";
const LATIN_EXT = "U+0100-02BA,U+1E00-1E9F,U+1EF2-1EFF";

/**
 * Each page's own script at 100 %, the guest script scaled so that a word of the other language has the
 * same optical size within a sentence.
 */
export function fontsCss(): string {
  return [
    face("Vazirmatn", "vazirmatn-33"),
    face("Inter", "inter-5"),
    face("Inter", "inter-ext-5", `unicode-range:${LATIN_EXT}`),
    face("Latin in Persian", "inter-5", `size-adjust:95%;unicode-range:${LATIN_IN_PERSIAN}`),
    face("Latin in Persian", "inter-ext-5", `size-adjust:95%;unicode-range:${LATIN_EXT}`),
    face("Persian in Latin", "vazirmatn-33", `size-adjust:106%;unicode-range:${PERSIAN}`),
    `:root{--font-fa:"Latin in Persian","Vazirmatn",Tahoma,"Noto Color Emoji",sans-serif;`,
    `--font-en:"Inter","Persian in Latin",system-ui,"Noto Color Emoji",sans-serif}`,
  ].join("\n");
}

function face(family: string, file: string, more = ""): string {
  return `@font-face{font-family:"${family}";src:url(/fonts/${file}.woff2) format("woff2");` +
    `font-weight:100 900;font-display:swap;${more}}`;
}
