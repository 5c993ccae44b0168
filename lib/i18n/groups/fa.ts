import { number } from "../numbers.ts";
import type { GroupsText } from "./en.ts";

const n = (value: number) => number("fa", value);
/** A name within a sentence: it has a direction of its own. */
const one = (name: string) => `\u2068${name}\u2069`;

export const fa = {
  choose: {
    title: "گفتگوی تازه",
    search: "جستجوی آدم‌ها",
    people: "آدم‌ها",
    newGroup: "گروه تازه",
    newGroupHint: "جایی برای چند نفر، با نامی از خودش",
    groupTitle: "چه کسانی در گروه باشند؟",
    addTitle: "افزودن به گروه",
    add: (count: number) => count === 0 ? "افزودن" : `افزودن ${n(count)} نفر`,
    next: "ادامه",
    back: "برگشت",
    chosen: "گزیده‌ها",
    count: (count: number) => count === 0 ? "هنوز کسی گزیده نشده" : `${n(count)} نفر گزیده شده‌اند`,
    takeOut: "کنار گذاشتن",
    inside: "در گروه هست",
    nobody: (name: string) => `کسی به نام «${one(name)}» این‌جا نیست.`,
    found: (count: number) => `${n(count)} نفر پیدا شد`,
    alone: "هنوز کس دیگری این‌جا نیست. هر که نام‌نویسی کند پیدا می‌شود.",
    offline: "آفلاین هستید. آن‌ها که پیش‌تر دیده‌اید این‌جا هستند.",
    opening: "در حال باز کردن گفتگو",
    notDone: "نشد؛ اتصال برقرار نیست. چیزی از دست نرفته؛ دوباره امتحان کنید.",
  },

  group: {
    newTitle: "گروه تازه",
    editTitle: "نام، عکس و موضوع",
    name: "نام گروه",
    nameHint: "همهٔ گروه آن را می‌بینند.",
    nameMissing: "گروه نام می‌خواهد.",
    topic: "موضوع",
    topicHint: "در یک جمله بگویید دربارهٔ چیست. می‌تواند خالی بماند.",
    picture: "عکس گروه",
    choosePicture: "انتخاب عکس",
    changePicture: "عکسی دیگر",
    removePicture: "برداشتن",
    opening: "در حال باز کردن عکس",
    unseen: "این مرورگر عکس را نشان نمی‌دهد؛ گروه نشان خواهد داد.",
    tooLarge: "عکس می‌تواند تا ۱۰ مگابایت باشد.",
    tooManyPixels: "عکس می‌تواند تا ۵۰ مگاپیکسل باشد.",
    members: "اعضا",
    onlyYou: "فعلاً تنها خودتان؛ هر وقت بخواهید دیگران را بیفزایید.",
    ownerHint: "شما صاحب آن خواهید بود.",
    create: "ساختن گروه",
    creating: "در حال ساختن گروه",
    save: "ذخیره",
    saving: "در حال ذخیره",
    made: (name: string) => `${one(name)} ساخته شد`,
    saved: "ذخیره شد",
    pictureNotSet: (why: string) => `گروه ساخته شد، اما بی‌عکس. ${why}`,
  },

  about: {
    edit: "ویرایش",
    add: "افزودن آدم‌ها",
    mute: "خبر کردن",
    muteOff: "روشن",
    pin: "بالای فهرست من",
    leave: "بیرون رفتن از گروه",
    delete: "پاک کردن گروه",
    members: "اعضا",
    search: "جستجوی اعضا",
    clear: "پاک کردن جستجو",
    nobody: (name: string) => `در گروه کسی به نام «${one(name)}» نیست.`,
    found: (count: number) => `${n(count)} نفر پیدا شد`,
    stale: "آفلاین هستید؛ شاید این‌ها تازه نباشد.",
    alone: "این‌جا تنها هستید.",
    actsOn: (name: string) => `کارها دربارهٔ ${one(name)}`,
    toAdmin: "مدیر کردن",
    toMember: "پس گرفتن مدیریت",
    toOwner: "سپردن گروه",
    remove: "برداشتن از گروه",
    added: (count: number) => `${n(count)} نفر افزوده شد`,
    isAdmin: (name: string) => `${one(name)} مدیر شد`,
    isMember: (name: string) => `${one(name)} دیگر مدیر نیست`,
    isOwner: (name: string) => `گروه به ${one(name)} سپرده شد`,
    removed: (name: string) => `${one(name)} دیگر در گروه نیست`,
  },

  confirm: {
    remove: {
      keep: "بماند",
      title: (name: string) => `${one(name)} از گروه برداشته شود؟`,
      text: "گروه همان دم به رویش بسته می‌شود. نوشته‌هایش می‌ماند و می‌شود دوباره افزودش.",
      act: "برداشتن",
    },
    hand: {
      keep: "فعلاً نه",
      title: (name: string) => `گروه به ${one(name)} سپرده شود؟`,
      text: "از آن پس او صاحب گروه است و شما مدیر می‌شوید. تنها خود او می‌تواند پسش بدهد.",
      act: "سپردن",
    },
    leave: {
      keep: "می‌مانم",
      title: (name: string) => `از ${one(name)} بیرون می‌روید؟`,
      text: "دیگر پیام‌هایش را نمی‌بینید. صاحب گروه یا یکی از مدیرها می‌تواند دوباره شما را بیفزاید.",
      owner: "صاحب گروه شمایید: گروه به باسابقه‌ترین مدیر می‌رسد و اگر مدیری نباشد به باسابقه‌ترین عضو.",
      alone: "جز شما کسی در آن نیست؛ پس از این کسی پیام‌هایش را نمی‌بیند.",
      act: "بیرون رفتن",
    },
    delete: {
      keep: "بماند",
      title: (name: string) => `${one(name)} برای همه پاک شود؟`,
      text: (count: number) =>
        count === 1
          ? "دیگر نه گروه را می‌بینید و نه پیام‌هایش را. برگشت ندارد."
          : `هیچ‌یک از ${n(count)} نفر دیگر نه گروه را می‌بیند و نه پیام‌هایش را. برگشت ندارد.`,
      act: "پاک کردن",
    },
  },
} satisfies GroupsText;
