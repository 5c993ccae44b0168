import type { DeskText } from "./en.ts";

export const fa: DeskText = {
  customer: {
    noEmail: "نشانی ایمیل نگذاشته",
    via: "از",
    identity: "هویت",
    verified: "گواهی‌شده",
    unverified: "گواهی‌نشده",
    ticket: "تیکت",
    opened: "آغاز",
    verifiedText: "سرور خود سایت هویتش را گواهی کرده است.",
    unverifiedText: "نام و نشانی را خود بازدیدکننده نوشته و کسی آن را گواهی نکرده است.",
  },
};
