import { number } from "../numbers.ts";
import type { WidgetText } from "./en.ts";

const n = (value: number) => number("fa", value);
const one = (name: string) => `\u2068${name}\u2069`;

export const fa = {
  welcome: "سلام! هرچه می‌خواهید بپرسید.",
  welcomeRoom: "سلام! به همهٔ کسانی که این‌جایند چیزی بگویید.",
  placeholder: "پیام خود را بنویسید",
  placeholderRoom: "برای همه بنویسید",
  runsOn: "با پیک کار می‌کند",
  loading: "گفتگو باز می‌شود",
  noScripts: "این گفتگو به جاوااسکریپت نیاز دارد.",

  status: {
    online: "آنلاین‌ایم",
    soon: "هرچه زودتر پاسخ می‌دهیم",
    awayUntil: (when: string) => `نیستیم تا ${when}`,
    away: "اکنون نیستیم",
    here: (count: number) => `${n(count)} نفر این‌جا هستند`,
    room: "همه می‌توانند بخوانند",
    agentOnline: (name: string) => `${one(name)} آنلاین است`,
    comma: "، ",
  },

  menu: {
    label: "بیشتر",
    soundOn: "صدا برای پیام تازه",
    popout: "باز کردن در پنجرهٔ جدا",
    language: "English",
    restart: "فراموش کردن من در این دستگاه",
    minimize: "کوچک کردن",
    close: "بستن",
  },

  forget: {
    title: "شما را این‌جا فراموش کنیم؟",
    text: "پیام‌هایتان نزد ما می‌ماند؛ این دستگاه دیگر نمی‌داند که از شما بوده‌اند و نشانشان نمی‌دهد.",
    confirm: "فراموشم کنید",
    cancel: "بماند",
  },

  form: {
    title: "شروع گفتگو",
    name: "نام",
    email: "ایمیل",
    question: "پرسش شما",
    message: "پیام",
    optional: "اختیاری",
    start: "شروع گفتگو",
    join: "پیوستن به گفتگو",
    leave: "گذاشتن پیام",
    sending: "در حال فرستادن",
    note: "بدون حساب؛ گفتگو روی همین مرورگر می‌ماند.",
    nameMissing: "نام خود را بنویسید.",
    emailMissing: "برای پاسخ دادن به یک نشانی نیاز داریم.",
    emailIncomplete: "این نشانی کامل نیست.",
    messageMissing: "اول چیزی بنویسید.",
    tooLong: (over: number) => `${n(over)} نویسه بیشتر از اندازه است.`,
    failed: "فرستاده نشد: اتصال برقرار نیست. نوشته‌تان همین‌جاست.",
  },

  closed: {
    title: "اکنون بسته‌ایم",
    text: "پیامتان را بگذارید. با ایمیل پاسخ می‌دهیم.",
    opens: (when: string) => `${when} برمی‌گردیم.`,
    yourTime: (time: string) => `(${time} به وقت شما)`,
    hours: "ساعت‌های پاسخ‌گویی",
    day: "روز",
    here: "به وقت ما",
    none: "بسته",
    range: (from: string, to: string) => `${from} تا ${to}`,
    span: (from: string, to: string) => `${from} تا ${to}`,
    and: "، ",
    tomorrow: (time: string) => `فردا، ساعت ${time}`,
    today: (time: string) => `ساعت ${time}`,
    on: (day: string, time: string) => `${day}، ساعت ${time}`,
    thanksTitle: "پیامتان رسید",
    thanksText: (email: string) => `به ${email} پاسخ می‌دهیم. همین‌جا هم می‌توانید برگردید.`,
    again: "نوشتن بیشتر",
  },

  locked: "این گفتگو فعلاً فقط خواندنی است. آنچه گفته شده را می‌توانید بخوانید.",
  verify: {
    title: "برای نوشتن، در این سایت وارد شوید",
    text: "این‌جا فقط کسانی می‌نویسند که سایت آن‌ها را می‌شناسد.",
  },

  held: (seconds: number) => `کمی تند می‌نویسید. ${n(seconds)} ثانیهٔ دیگر فرستاده می‌شود.`,

  failed: {
    title: "گفتگو باز نشد",
    text: "سرور پاسخ نداد. چیزی از آنچه نوشته‌اید از دست نرفته است.",
    again: "دوباره",
    goneTitle: "این گفتگو دیگر این‌جا نیست",
    goneText: "سایت آن را بسته است. ایرادی از سمت شما نیست.",
    unknownTitle: "این‌جا گفتگویی نیست",
    unknownText: "نشانی این گفتگو درست نیست، یا برداشته شده است.",
    busyTitle: "یک لحظه",
    busyText: (seconds: number) =>
      `از شبکهٔ شما زیاد به گفتگو آمده‌اند؛ ${
        seconds < 90 ? `${n(seconds)} ثانیهٔ` : `${n(Math.ceil(seconds / 60))} دقیقهٔ`
      } دیگر دوباره امتحان کنید.`,
  },

  popped: {
    title: "گفتگو در پنجره‌ای جداست",
    back: "برگرداندن به این‌جا",
  },

  team: "تیم ما",
  you: "شما",
  unread: (count: number) => `${n(count)} پیام تازه`,
} satisfies WidgetText;
