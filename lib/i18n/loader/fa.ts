import type { LoaderText, PanelText } from "./en.ts";

const open = "باز کردن گفتگو";

export const fa = {
  open,
  why: {
    site: "اسکریپت data-site-id ندارد.",
    disk: "صفحه‌ای که از روی دیسک باز شود گفتگو ندارد. آن را از یک وب‌سرور باز کنید.",
    refused: "سرور این سایت را نپذیرفت. آیا دامنهٔ این صفحه در فهرست است و سایت باطل نشده؟",
    away: "سرور پاسخ نمی‌دهد، یا Content-Security-Policy صفحه اجازهٔ پرسیدن نمی‌دهد.",
    frame: "گفتگو بالا نیامد. آیا Content-Security-Policy صفحه به قاب آن اجازه می‌دهد؟",
  },
} satisfies LoaderText;

export const faPanel = {
  open,
  close: "بستن گفتگو",
  dismiss: "بستن",
  unread: (count) => `، ${count} پیام نخوانده`,
  from: (name, site) => `${name} از ${site}`,
} satisfies PanelText;
