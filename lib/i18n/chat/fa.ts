import { digits, fileSize, number } from "../numbers.ts";
import type { ChatText, LineFacts } from "./en.ts";

const n = (value: number) => number("fa", value);
const one = (name: string) => `\u2068${name}\u2069`;

export const fa = {
  locale: "fa",

  appName: "پیک",

  nav: {
    sections: "بخش‌ها",
    chats: "گفتگوها",
    admin: "مدیریت",
    settings: "تنظیمات",
    account: "حساب شما",
    signOut: "خروج از حساب",
    themeLight: "روشن",
    themeDark: "تیره",
    themeSystem: "مانند دستگاه",
    back: "بازگشت",
    close: "بستن",
    skipToComposer: "رفتن به نوشتن پیام",
    search: "جستجو در پیام‌ها",
  },

  list: {
    label: "گفتگوها",
    noMessages: "هنوز پیامی نیست",
    draft: "پیش‌نویس:",
    typing: "در حال نوشتن",
    muted: "بی‌صدا",
    pinned: "سنجاق‌شده",
    seen: "دیده شد",
    sent: "فرستاده شد",
    mentioned: "از شما نام برده‌اند",
    notes: "یادداشت‌های من",
    nameless: "گروه",
    start: "گفتگوی تازه",
    profile: "نمایه",
    filter: "پیدا کردن گفتگو",
    notOpened: "گفتگو باز نشد. دوباره امتحان کنید.",
    gone: "این گفتگو پیدا نشد، یا به روی شما باز نیست.",
    removed: "دیگر در این گفتگو نیستید.",
    unread: (count: number) => `${n(count)} پیام نخوانده`,
  },

  room: {
    globalName: "میدان",
    people: (total: number) => `${n(total)} نفر`,
    peopleOnline: (total: number, online: number) => `${n(total)} نفر، ${n(online)} نفر آنلاین`,
    kinds: { site: "اتاق یک سایت بیرونی", ticket: "گفتگوی پشتیبانی" },
    ownNotes: "هرچه اینجا بنویسید فقط خودتان می‌بینید",
    messages: "پیام‌ها",
    olderLoading: "پیام‌های پیشین باز می‌شوند",
    older: "پیام‌های پیشین",
    beginning: "گفتگو از این‌جا آغاز شد",
    beginningWith: (name) => `گفتگوی شما و ${one(name)} از این‌جا آغاز می‌شود.`,
    beginningOf: (name) => `گفتگوی ${one(name)} از این‌جا آغاز می‌شود.`,
    beginningTicket: (name, site) =>
      `گفتگو با ${one(name)}${site ? ` از ${one(site)}` : ""} این‌جا آغاز می‌شود.`,
    beginningAlone: "هرچه می‌خواهید یادتان بماند این‌جا بنویسید.",
    profile: (name) => `نمایهٔ ${one(name)}`,
    newMessages: "پیام‌های تازه",
    newer: (count: number) => `${n(count)} پیام تازه‌تر`,
    toNewest: "رفتن به تازه‌ترین",
    title: (name: string, unread: number, concerns = 0) =>
      concerns > 0
        ? `(@${digits("fa", concerns)}) ${name}`
        : unread > 0
        ? `(${digits("fa", unread)}) ${name}`
        : name,
    announce: (name: string, text: string) => `${name}: ${text}`,
    emptyAction: "نوشتن سلام",
    quietTitle: "هنوز چیزی گفته نشده",
    quietText: (name) => `به ${one(name)} سلام کنید؛ پیامتان می‌ماند تا سر بزند.`,
    quietAction: "نوشتن",
    olderErrorText: "پیام‌های پیشین باز نشدند.",
    tryAgain: "دوباره امتحان کنید",
  },

  places: {
    newerLoading: "پیام‌های بعدی باز می‌شوند",
    newerPage: "پیام‌های بعدی",
    newerErrorText: "پیام‌های بعدی باز نشدند.",
    unread: (count: number, when: string | null) => `${n(count)} پیام تازه${when ? ` از ${when}` : ""}`,
    readAll: "همه را خوانده بدان",
    notOpened: "پیام‌ها باز نشدند. لطفاً دوباره امتحان کنید.",
    jumpToDate: "رفتن به یک روز",
    go: "برو",
  },

  members: {
    title: "اعضا",
    aboutGroup: "دربارهٔ گروه",
    customer: "مشتری",
    show: "دیدن اعضا",
    hide: "بستن اعضا",
    online: "آنلاین",
    away: "دور از دستگاه",
    offline: "آفلاین",
    you: "شما",
    lastSeen: (when: string) => `آخرین بار ${when}`,
    roles: { owner: "صاحب", admin: "مدیر", agent: "پشتیبان", member: "عضو" },
    search: "جستجوی اعضا",
    clear: "پاک کردن جستجو",
    loading: "در حال باز کردن فهرست",
    failed: "فهرست باز نشد.",
    stale: "آفلاین هستید؛ شاید این فهرست تازه نباشد.",
    alone: "نخستین نفر شمایید. دیگران هم که بیایند، این‌جا دیده می‌شوند.",
  },

  message: {
    pending: "در حال فرستادن",
    failed: "فرستاده نشد",
    retry: "دوباره بفرست",
    discard: "پاک کن",
    edited: "ویرایش‌شده",
    deleted: "این پیام پاک شده است",
    deletedOwn: "این پیام را پاک کردید",
    quoteDeleted: "آن پیام پاک شده است",
    showOriginal: (name: string) => `دیدن پیام ${name}`,
    external: "منبع بیرونی",
    mentionsYou: "از شما نام برده است",
    tools: "کارهای پیام",
    reply: "پاسخ",
    edit: "ویرایش",
    delete: "پاک کردن",
    copy: "رونوشت متن",
    link: "رونوشت پیوند",
    more: "بیشتر",
    like: "پسند",
    dislike: "نپسند",
    react: "افزودن واکنش",
    pin: "سنجاق کردن",
    unpin: "برداشتن سنجاق",
    report: "گزارش",
    history: "نسخه‌های پیشین",
    seen: "چه کسانی دیده‌اند",
    seenBy: (read, of) => read === of ? "همه دیده‌اند" : `${n(read)} نفر از ${n(of)} نفر دیده‌اند`,
  },

  files: {
    photos: (count: number) => `${n(count)} عکس`,
    videos: (count: number) => `${n(count)} ویدئو`,
    count: (count: number) => `${n(count)} پرونده`,
    quoted: "عکس یا پرونده",
    photo: (name: string, index: number, count: number) =>
      count === 1 ? `عکس ${name}` : `عکس ${n(index)} از ${n(count)}: ${name}`,
    video: (name: string) => `ویدئو ${name}`,
    more: (count: number) => `+${n(count)}`,
    moreLabel: (count: number) => `و ${n(count)} عکس دیگر`,
    broken: "این عکس نشان داده نمی‌شود.",
    download: (name: string) => `گرفتن ${name}`,
    size: (bytes: number) => fileSize("fa", bytes),
    attach: "افزودن عکس یا ویدئو",
    chosen: "پرونده‌های برگزیده",
    remove: (name: string) => `برداشتن ${name}`,
    drop: "همین‌جا رها کنید تا افزوده شوند",
    notInEdit: "اول ویرایش را تمام کنید، بعد پرونده بیفزایید.",
    percent: (percent: number) => digits("fa", percent),
    sending: "در حال فرستادن",
    progress: (sent: string, all: string) => `${sent} از ${all}`,
    finishing: "کمی مانده",
    waiting: "در نوبت فرستادن",
    cancel: "لغو",
    notKept: "مرورگر پرونده‌ها را پس از بازخوانی صفحه نگه نداشت. لطفاً دوباره انتخابشان کنید.",
    sendPlain: "گذاشتن پرونده‌ها در گفتگو",
    sendBare: "فرستادن متن تنها",
  },

  pins: {
    label: "پیام‌های سنجاق‌شده",
    count: (count: number) => `${n(count)} سنجاق`,
  },

  reactions: {
    label: "واکنش‌ها",
    pill: (name: string, count: number) => count === 0 ? name : `${name}، ${n(count)}`,
  },

  composer: {
    emoji: "شکلک",
    placeholder: (room: string) => `پیام به ${room}`,
    label: (room: string) => `پیام به ${room}`,
    send: "فرستادن",
    save: "ذخیره",
    cancel: "انصراف",
    hintKey: "Enter",
    hintText: "می‌فرستد",
    saveHintText: "ذخیره می‌کند",
    replyingTo: "پاسخ به",
    editing: "ویرایش پیام",
    tooLong: (over: number) => `${n(over)} نویسه زیادتر از اندازه است`,
    left: (left: number) => `${n(left)} نویسهٔ دیگر`,
    mention: "نام بردن از کسی",
    hintKeys: "Ctrl + Enter",
    over: (over: number) => `تا ${n(over)} نویسه زیادتر از اندازه است`,
    below: (left: number) => `کم‌تر از ${n(left + 1)} نویسه مانده است`,
  },

  typing: {
    one: ["", " در حال نوشتن است"],
    two: ["", " و ", " در حال نوشتن‌اند"],
    many: "چند نفر در حال نوشتن‌اند",
  },

  connection: {
    offline: "آفلاین هستید. نوشته‌هایتان نگه داشته و بعداً فرستاده می‌شوند.",
    lastRead: (when: string) => `آفلاین هستید. این را ${when} خوانده‌اید؛ نوشته‌ها بعداً فرستاده می‌شوند.`,
    notNow: "ارتباط برقرار نیست؛ کمی بعد دوباره امتحان کنید.",
    connecting: "در حال وصل شدن",
    retryIn: (seconds: number) => `تلاش دوباره تا ${n(seconds)} ثانیهٔ دیگر`,
    tryNow: "همین حالا",
    waiting: (count: number) => `${n(count)} پیام در صف فرستادن است`,
    newVersion: "پیک به‌روز شده است. هر وقت خواستید صفحه را از نو باز کنید.",
    reload: "باز کردن از نو",
  },

  attention: {
    muted: "بی‌صدا",
    mutedUntil: (when: string) => `بی‌صدا تا ${when}`,
    inRoom: (who, room) => `${one(who)} در ${one(room)}`,
    photos: (count: number) => count === 1 ? "عکس" : `${n(count)} عکس`,
    files: (count: number) => count === 1 ? "پرونده" : `${n(count)} پرونده`,
    install: "نصب پیک",
  },

  notice: {
    messageGone: "آن پیام دیگر دیده نمی‌شود.",
    dismiss: "بستن",
  },

  lines: {
    group_created: (p) => `${who(p)} گروه «${one(p.name)}» را ${p.by === null ? "ساختید" : "ساخت"}`,
    members_added: (p) => `${who(p)} ${whom(p)} را ${p.by === null ? "افزودید" : "افزود"}`,
    member_removed: (p) => `${who(p)} ${whom(p)} را از گروه کنار ${p.by === null ? "گذاشتید" : "گذاشت"}`,
    member_left: (p) => `${who(p)} از گروه ${p.by === null ? "رفتید" : "رفت"}`,
    group_renamed: (p) => `${who(p)} نام گروه را «${one(p.name)}» ${p.by === null ? "گذاشتید" : "گذاشت"}`,
    picture_changed: (p) => `${who(p)} عکس گروه را عوض ${did(p)}`,
    topic_changed: (p) =>
      p.topic === ""
        ? `${who(p)} موضوع گروه را ${p.by === null ? "برداشتید" : "برداشت"}`
        : `${who(p)} موضوع گروه را «${one(p.topic)}» ${p.by === null ? "گذاشتید" : "گذاشت"}`,
    role_changed: (p) =>
      p.role === "owner"
        ? `${who(p)} گروه را به ${whom(p)} ${p.by === null ? "سپردید" : "سپرد"}`
        : p.role === "admin"
        ? `${who(p)} ${whom(p)} را مدیر گروه ${did(p)}`
        : `${who(p)} ${whom(p)} را از مدیریت گروه ${p.by === null ? "برداشتید" : "برداشت"}`,
    unknown: (p) => `${who(p)} چیزی را این‌جا عوض ${did(p)}`,
  },
} satisfies ChatText;

function who({ by }: LineFacts): string {
  return by === null ? "شما" : one(by);
}

/** «کرد» as it is said of whoever did it. */
function did({ by }: LineFacts): string {
  return by === null ? "کردید" : "کرد";
}

function whom({ whom, more }: LineFacts): string {
  const names = whom.map((name) => name === null ? "شما" : one(name));
  if (more > 0) names.push(`${n(more)} نفر دیگر`);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join("، ")} و ${last}`;
}
