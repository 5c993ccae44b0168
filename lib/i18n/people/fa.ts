import { number } from "../numbers.ts";
import type { PeopleText } from "./en.ts";

const n = (value: number) => number("fa", value);

export const fa = {
  members: {
    results: "پیداشده‌ها",
    found: (count: number) => `${n(count)} نفر پیدا شد`,
    nobody: (name: string) => `کسی به نام «${name}» این‌جا نیست.`,
  },

  person: {
    loading: "در حال باز کردن نمایه",
    failed: "نمایه باز نشد.",
    missing: "کسی به این نام این‌جا نیست.",
    lastSeen: "آخرین بار",
    score: "امتیاز",
    joined: "عضو از",
    mention: "نام بردن در پیام",
    message: "فرستادن پیام",
    you: "این خود شمایید.",
  },

  mention: {
    label: "کسانی که می‌شود از آن‌ها نام برد",
    offered: (count: number) =>
      count === 1 ? "یک نفر؛ Enter برای گزیدن" : `${n(count)} نفر؛ با پیکان‌ها بگزینید`,
  },
} satisfies PeopleText;
