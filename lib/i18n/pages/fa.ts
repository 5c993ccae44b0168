import type { PagesText } from "./en.ts";

export const fa = {
  appName: "پیک",
  title: (page: string, place: string) => `${page} · ${place}`,

  door: {
    panel: "گفتگوهای شما، روی سرور خودتان.",
    setupPanel: "یک برنامه، یک فایل، بدون سرویس بیرونی.",
    language: "زبان",
    theme: "پوسته",
    themes: { light: "روشن", dark: "تیره", system: "مانند دستگاه" },
  },

  fields: {
    name: "نام",
    email: "ایمیل",
    yourEmail: "ایمیل شما",
    password: "رمز عبور",
    newPassword: "رمز عبور تازه",
    workspace: "نام فضای کار",
    workspaceHint: "بالای گفتگوها دیده می‌شود؛ بعدها هم عوض می‌شود.",
    language: "زبان",
    registration: "ثبت‌نام",
    registrations: { open: "برای همه باز", invite: "با دعوت", closed: "بسته" },
  },

  password: {
    show: "دیدن رمز عبور",
    hide: "پنهان کردن رمز عبور",
    atLeast: "دست‌کم ۸ نویسه.",
    strengths: ["", "ضعیف است.", "بهتر هم می‌شود.", "خوب است.", "محکم است."],
  },

  login: {
    title: "خوش آمدید",
    lead: "با حساب خود وارد گفتگوها شوید.",
    submit: "ورود",
    forgot: "فراموش کرده‌ام",
    forgotHelp: "یکی از مدیران این سرور می‌تواند پیوندی برایتان بفرستد تا رمز تازه‌ای بگذارید.",
    toRegister: "تازه آمده‌اید؟",
    toRegisterLink: "حساب بسازید",
    passwordChanged: "رمز تازه‌تان گذاشته شد. با آن وارد شوید.",
  },

  register: {
    title: "ساختن حساب",
    lead: "سه خانه، چند ثانیه.",
    submit: "ساختن حساب و ورود",
    toLogin: "حساب دارید؟",
    toLoginLink: "وارد شوید",
    closedTitle: "فعلاً حساب تازه ساخته نمی‌شود",
    closedText: "این سرور خودش آدم تازه نمی‌پذیرد. اگر باید این‌جا باشید، از یکی از مدیرانش بخواهید.",
  },

  setup: {
    title: "پیک آماده است",
    lead: "نخستین مدیر این سرور شمایید. این پیوند فقط یک بار کار می‌کند.",
    submit: "ساختن مدیر و شروع",
  },

  reset: {
    title: "رمز عبور تازه",
    lead: "رمز تازه‌ای بگذارید. سپس روی همهٔ دستگاه‌ها از حساب بیرون می‌آیید.",
    submit: "گذاشتن رمز",
    goneTitle: "این پیوند دیگر کار نمی‌کند",
    goneText: "یک بار به کار رفته یا کهنه شده است. لطفاً از یک مدیر پیوند تازه‌ای بخواهید.",
  },

  program: {
    description: "گفتگو روی سرور خودتان",
    room: "میدان",
    list: "گفتگوها",
    settings: "تنظیمات",
    offlineTitle: "ارتباط برقرار نیست",
    offlineText: "این صفحه فقط با شبکه باز می‌شود. نوشته‌هایتان روی این دستگاه مانده است.",
  },

  errors: {
    notFoundTitle: "این صفحه این‌جا نیست",
    notFoundText: "شاید نشانی‌اش عوض شده، یا به جایی می‌رود که شما نمی‌بینید.",
    faultTitle: "این صفحه باز نشد",
    faultText: "چیزی در سمت ما خراب شد. گفتگوهای شما سر جایشان هستند؛ لطفاً دوباره امتحان کنید.",
    refusedTitle: "این کار نشد",
    home: "رفتن به گفتگوها",
    tryAgain: "دوباره امتحان کنید",
    toLogin: "ورود",
    reference: "کد پیگیری",
  },
} satisfies PagesText;
