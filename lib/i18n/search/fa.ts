import { number } from "../numbers.ts";
import type { SearchText } from "./en.ts";

const n = (value: number) => number("fa", value);

export const fa = {
  title: "جستجو",
  field: "جستجو در پیام‌ها",
  clear: "پاک کردن جستجو",
  go: "بگرد",
  results: "پیداشده‌ها",
  recent: "جستجوهای تازه",
  forget: "پاک کردن این‌ها",
  hint: {
    title: "دنبال چه می‌گردید؟",
    text: "واژه‌ای، آغاز واژه‌ای یا نام پرونده‌ای بنویسید. آنچه «در گیومه» بیاید، همان‌گونه که هست پیدا می‌شود.",
  },
  filters: {
    label: "محدودتر کنید",
    person: "فرستنده",
    room: "گفتگو",
    dates: "تاریخ",
    image: "عکس‌دار",
    file: "پرونده‌دار",
    link: "پیونددار",
    remove: (what: string) => `برداشتن: ${what}`,
  },
  person: {
    label: "چه کسی نوشته",
    field: "نام کسی را بنویسید",
    nobody: "کسی به این نام این‌جا نیست.",
  },
  room: {
    label: "کجا گفته شده",
    here: "همین گفتگو",
  },
  dates: {
    label: "کی گفته شده",
    since: "از",
    until: "تا",
    beginning: "آغاز",
    today: "امروز",
    sinceDay: (day: string) => `از ${day}`,
    untilDay: (day: string) => `تا ${day}`,
    between: (from: string, to: string) => `${from} تا ${to}`,
    clear: "هر روزی",
    done: "همین",
  },
  loading: "در حال جستجو",
  more: "در حال آوردن بقیه",
  found: (count: number, more: boolean) =>
    more ? `${n(count)} پیام تازه‌تر نشان داده شده است` : `${n(count)} پیام پیدا شد`,
  end: "همین‌ها بود.",
  none: {
    title: "چنین چیزی پیدا نشد",
    text: "واژه‌های کمتری بنویسید، یا فقط آغاز یکی را.",
    narrowed: "با شرط‌های کمتری امتحان کنید.",
    widen: "برداشتن شرط‌ها",
  },
  failed: {
    title: "جستجو انجام نشد",
    text: "پیام‌هایتان سر جایشان هستند. کمی بعد دوباره امتحان کنید.",
    again: "دوباره",
  },
  offline: {
    title: "آفلاین هستید",
    text: "پیام‌ها در سرور جستجو می‌شوند. همین که وصل شوید ادامه می‌یابد.",
  },
  older: "نتیجه‌های قدیمی‌تر",
  notLoaded: "فهرست باز نشد.",
  keys: { move: "جابه‌جایی", open: "باز کردن", close: "بستن" },
} satisfies SearchText;
