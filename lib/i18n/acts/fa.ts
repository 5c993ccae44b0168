import { number } from "../numbers.ts";
import type { ActsText } from "./en.ts";

const n = (value: number) => number("fa", value);

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

  delete: {
    title: "این پیام برای همه پاک شود؟",
    text: "متن آن دیگر دیده نمی‌شود. پاسخ‌هایش می‌مانند.",
    confirm: "پاک کردن",
    keep: "بماند",
  },

  leave: {
    title: (name: string) => `از \u2068${name}\u2069 بیرون می‌روید؟`,
    text: "دیگر پیام‌هایش را نمی‌بینید. هر کسی که در آن است می‌تواند دوباره شما را بیاورد.",
    stay: "می‌مانم",
  },

  report: {
    title: "گزارش این پیام",
    lead: "مدیران آن را می‌بینند؛ نویسنده نمی‌فهمد چه کسی گزارش داده است.",
    reasons: {
      spam: "تبلیغ یا هرزنامه",
      abuse: "توهین یا نفرت‌پراکنی",
      harassment: "آزار دادن کسی",
      illegal: "چیزی خلاف قانون",
      other: "چیزی دیگر",
    },
    words: "به زبان خودتان (اگر بخواهید)",
    send: "گزارش",
    cancel: "انصراف",
    thanks: "سپاس. مدیران به آن نگاه می‌کنند.",
  },

  history: {
    title: "نسخه‌های پیشین",
    now: "اکنون",
    deleted: "پاک‌شده",
    first: "نخستین نوشته",
    replaced: (when: string, who: string) => `تا ${when}، تغییر از ${who}`,
    added: "افزوده‌شده",
    removed: "برداشته‌شده",
    empty: "نسخهٔ پیشینی در کار نیست.",
    failed: "نسخه‌های پیشین باز نشدند.",
    again: "دوباره امتحان کنید",
    close: "بستن",
  },

  seen: {
    title: "چه کسانی دیده‌اند",
    lastRead: (when: string) => `آخرین خواندن: ${when}`,
    notYet: "هنوز ندیده‌اند",
    nobody: "هنوز کسی ندیده است.",
    unnamed: "یک نفر",
    failed: "الان نمی‌شود گفت چه کسانی دیده‌اند.",
    again: "دوباره امتحان کن",
    close: "بستن",
  },

  pins: {
    title: "پیام‌های سنجاق‌شده",
    jump: "دیدن در گفتگو",
    empty: "این‌جا چیزی سنجاق نشده است.",
    failed: "پیام‌های سنجاق‌شده باز نشدند.",
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
  keys: {
    title: "میان‌برهای صفحه‌کلید",
    groups: {
      anywhere: "همه‌جا",
      writing: "هنگام نوشتن",
      reading: "روی یک پیام",
      pictures: "روی عکس بزرگ",
    },
    or: "یا",
    type: "هر حرفی",
    write: "آغاز نوشتن",
    help: "همین فهرست",
    start: "گفتگوی تازه",
    search: "جستجو در پیام‌ها",
    conversations: "گفتگوی بالا یا پایین",
    send: "فرستادن",
    newLine: "خط تازه",
    editLast: "ویرایش آخرین پیام خودتان",
    leave: "رها کردن پاسخ یا ویرایش؛ بازگشت به نوشتن",
    toMessages: "رفتن به پیام‌ها",
    move: "پیام پسین یا پیشین",
    pages: "به اندازهٔ یک صفحه بالا یا پایین",
    readAll: "اگر چیزی باز نیست: همه را خوانده بدان",
    ends: "نخستین یا آخرین پیام",
    actions: "پسند، واکنش، پاسخ و بیشتر",
    menu: "همهٔ کارها",
    reply: "پاسخ",
    react: "واکنش با شکلک",
    pills: "میان واکنش‌ها و آدم‌هایش",
    copy: "رونوشت متن آن",
    edit: "ویرایش",
    delete: "پاک کردن",
    pictures: "عکس پسین یا پیشین",
    zoom: "نزدیک‌تر، دورتر، همهٔ عکس",
    close: "بستن",
  },
} satisfies ActsText;
