/** A potter's shop as it might be on the web, for pictures of the widget at work: its goods are painted here. */
import { dir, type Locale } from "@/lib/i18n/mod.ts";
import { FONT_ASSETS, ownFont } from "@/lib/ui/fonts.ts";
import { photo, type Scene } from "../support/pictures.ts";

interface Words {
  readonly shop: string;
  readonly pages: readonly string[];
  readonly title: string;
  readonly about: string;
  readonly price: string;
  readonly buy: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

const WORDS: Record<Locale, Words> = {
  fa: {
    shop: "سفالینه",
    pages: ["فروشگاه", "کارگاه‌ها", "دربارهٔ ما"],
    title: "گلدان فیروزه‌ای لالجین",
    about: "چرخ‌کاری‌شده با دست، لعاب قلیایی مس، یک بار پخت در ۹۸۰ درجه. هر گلدان اندکی با دیگری فرق دارد.",
    price: "۲٬۴۵۰٬۰۰۰ تومان",
    buy: "افزودن به سبد",
    facts: [["بلندی", "۲۸ سانتی‌متر"], ["ارسال", "۲ تا ۴ روز کاری"], ["در انبار", "۲ عدد"]],
  },
  en: {
    shop: "Claywell Studio",
    pages: ["Classes", "Shop", "Visit"],
    title: "Evening throwing, six Tuesdays",
    about:
      "Small groups, one wheel each. We start with a lump and end with four mugs, fired in our own kiln.",
    price: "£165 with firing",
    buy: "Book a place",
    facts: [["Starts", "12 January, 18:30"], ["Places left", "3 of 10"], ["Level", "Beginners"]],
  },
};

const LOOK = {
  light: ["#fbfaf6", "#262420", "#6a665e", "#e6e2d8"],
  dark: ["#161412", "#eeeae3", "#a8a297", "#37332d"],
};

/** The shop's window, beside which there is room for what floats or for `aside`. */
export async function storefront(locale: Locale, theme: "light" | "dark", aside = ""): Promise<string> {
  const t = WORDS[locale];
  const facts = t.facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("");
  const goods = `<section><h1>${t.title}</h1><p class="about">${t.about}</p><p class="price">${t.price}</p>
<button id="buy">${t.buy}</button><dl>${facts}</dl></section>`;
  return `<style>${await face(locale)}${styles(theme)}</style>
<header><strong>${t.shop}</strong><nav>${
    t.pages.map((page) => `<a href="#">${page}</a>`).join("")
  }</nav></header>
<div class="goods" dir="${dir(locale)}"><img src="${await painted("vase")}" alt="">${goods}${aside}</div>`;
}

function styles(theme: "light" | "dark"): string {
  const [ground, text, muted, line] = LOOK[theme];
  return `body{background:${ground};color:${text};font:16px/1.7 Shop,sans-serif;margin:0}
header{display:flex;flex-wrap:wrap;gap:4px 40px;align-items:baseline;padding:20px 56px;border-block-end:1px solid ${line}}
header strong{font-size:20px} nav{display:flex;gap:28px} nav a{color:${muted};text-decoration:none;font-size:14px}
.goods{display:grid;grid-template-columns:minmax(0,400px) minmax(0,320px);gap:40px;padding:36px 56px}
.goods:has(#chat-container){grid-template-columns:minmax(0,1fr) minmax(0,520px)}
.goods:has(#chat-container) img{grid-row:2;max-block-size:300px;object-fit:cover}
#chat-container{grid-column:2;grid-row:1/3;block-size:620px}
img{inline-size:100%;border-radius:6px} h1{font-size:26px;line-height:1.35;margin:0 0 8px} .about{color:${muted};margin:0}
.price{font-size:20px;font-weight:600;margin:20px 0 12px}
button{font:inherit;font-size:15px;padding:10px 28px;border:0;border-radius:4px;background:${text};color:${ground}}
dl{display:grid;grid-template-columns:auto 1fr;gap:6px 40px;font-size:14px;margin:28px 0 0} dt{color:${muted}} dd{margin:0}
@media (max-width:800px){header,.goods{padding-inline:20px}.goods,.goods:has(#chat-container){grid-template-columns:minmax(0,1fr)}
#chat-container{grid-column:1;grid-row:auto}}`;
}

const kept = new Map<string, Promise<string>>();

/** What stands within the page itself, so that its shop needs no other server; made once. */
function within(name: string, type: string, make: () => Promise<Uint8Array>): Promise<string> {
  let found = kept.get(name);
  if (!found) {
    found = make().then((bytes) => `data:${type};base64,${bytes.toBase64()}`);
    kept.set(name, found);
  }
  return found;
}

const painted = (scene: Scene) => within(scene, "image/jpeg", () => photo(scene, 640, 640));

/** The shop writes in a face of its own, whatever is installed where the picture is taken. */
async function face(locale: Locale): Promise<string> {
  const { from } = FONT_ASSETS.find(({ to }) => `/${to}` === ownFont(locale))!;
  const url = await within(from, "font/woff2", () => Deno.readFile(from));
  return `@font-face{font-family:Shop;src:url(${url});font-weight:100 900}`;
}
