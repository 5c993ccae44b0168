import { number } from "../numbers.ts";
import type { ActsText } from "./en.ts";

const n = (value: number) => number("fa", value);
const one = (name: string) => `\u2068${name}\u2069`;

export const fa = {
  names: {
    you: "شما",
    others: (count: number) => `و ${n(count)} نفر دیگر`,
    loading: "یک لحظه",
  },

  emoji: {
    title: "شکلک",
    search: "جستجوی شکلک",
    clear: "پاک کردن جستجو",
    recent: "پرکاربرد",
    groups: [
      "چهره‌ها",
      "آدم‌ها و دست‌ها",
      "جانوران و طبیعت",
      "خوردنی و نوشیدنی",
      "سفر و جاها",
      "سرگرمی و چیزها",
      "نشانه‌ها و پرچم‌ها",
    ],
    found: (count: number) => `${n(count)} شکلک پیدا شد`,
    nothing: "چیزی به این نام نیست. واژهٔ دیگری را به فارسی یا انگلیسی امتحان کنید.",
    tone: "رنگ پوست",
    tones: ["پیش‌فرض", "روشن", "نسبتاً روشن", "میانه", "نسبتاً تیره", "تیره"],
  },

  sheet: {
    quick: "واکنش‌های سریع",
    all: "همهٔ شکلک‌ها",
  },

  done: {
    textCopied: "متن رونوشت شد",
    linkCopied: "پیوند رونوشت شد",
    pinned: "برای همه سنجاق شد",
    unpinned: "سنجاق برداشته شد",
    notCopied: "مرورگر اجازهٔ رونوشت نداد.",
  },

  delete: {
    title: "این پیام برای همه پاک شود؟",
    text: "متن آن دیگر دیده نمی‌شود. پاسخ‌هایش می‌مانند.",
    confirm: "پاک کردن",
    keep: "بماند",
  },

  refused: {
    type: (name: string) =>
      `${one(name)} را نمی‌شود فرستاد. عکس را می‌شود، و ویدئویی را که با گوشی گرفته باشند.`,
    size: (name: string, max: string) => `${one(name)} بزرگ‌تر از ${max} است.`,
    empty: (name: string) => `${one(name)} خالی است.`,
    count: (max: number) => `هر پیام ${n(max)} پرونده جا دارد؛ بقیه کنار گذاشته شد.`,
    total: (name: string, max: string) => `همه با هم بیش از ${max} می‌شد؛ ${one(name)} کنار گذاشته شد.`,
  },

  lightbox: {
    label: "عکس‌ها",
    counter: (index: number, count: number) => `${n(index)} از ${n(count)}`,
    closer: "نزدیک‌تر",
    farther: "دورتر",
    original: "باز کردن اصل عکس",
    previous: "عکس پیشین",
    next: "عکس بعدی",
  },

  calendar: {
    previousMonth: "ماه پیش",
    nextMonth: "ماه بعد",
    firstMessage: "رفتن به نخستین پیام",
  },
} satisfies ActsText;
