import type { ErrorCode, ErrorParams } from "@/lib/protocol/errors.ts";
import { number } from "../numbers.ts";

export const fa: Record<ErrorCode, (params: ErrorParams) => string> = {
  invalid_json: () => "بدنهٔ درخواست JSON درستی نیست.",
  invalid_body: () => "بدنهٔ درخواست خوانده نمی‌شود.",
  invalid_input: () => "چیزی در درخواست درست نیست.",
  invalid_cursor: () => "این برگ از فهرست دیگر نیست. لطفاً از برگ اول آغاز کنید.",
  content_empty: () => "پیام خالی فرستاده نمی‌شود.",
  content_too_long: (p) => `هر پیام تا ${n(p.max ?? 4000)} نویسه جا دارد.`,
  client_id_invalid: () => "client_id یا Idempotency-Key ۱ تا ۱۰۰ حرف لاتین، رقم یا نشانه است و فاصله ندارد.",
  email_invalid: () => "این نشانی کامل نیست.",
  password_too_short: (p) => `رمز عبور دست‌کم ${n(p.min ?? 8)} نویسه می‌خواهد.`,
  password_too_long: (p) => `رمز عبور تا ${n(p.max ?? 72)} بایت جا دارد. لطفاً کوتاه‌تر بنویسید.`,
  username_invalid: () => "نام کاربری ۳ تا ۳۲ حرف، رقم یا _ . - است و فاصله ندارد.",
  name_too_long: (p) => `نام تا ${n(p.max ?? 80)} نویسه جا دارد.`,
  reset_link_invalid: () => "این پیوند یک بار به کار رفته یا کهنه شده است. لطفاً پیوند تازه‌ای بخواهید.",
  file_missing: () => "در این درخواست پرونده‌ای نیست.",
  file_broken: () => "این پرونده آسیب دیده است و خوانده نمی‌شود.",
  file_infected: () => "این پرونده آلوده بود و پذیرفته نشد.",
  too_many_files: (p) => `هر پیام تا ${n(p.max ?? 10)} پرونده جا دارد.`,
  upload_incomplete: () => "بارگذاری پیش از پایان بریده شد. لطفاً دوباره امتحان کنید.",
  unknown_command: () => "سرور این فرمان را نمی‌شناسد.",
  not_joined: () => "اول به این گفتگو بپیوندید.",
  unauthenticated: () => "لطفاً اول وارد شوید.",
  invalid_credentials: () => "ایمیل و رمز عبور با هم نمی‌خوانند.",
  token_invalid: () => "این توکن معتبر نیست.",
  token_expired: () => "زمان این توکن گذشته است.",
  forbidden: () => "اجازهٔ این کار را ندارید.",
  origin_refused: () => "این درخواست از سایت دیگری آمده بود و پذیرفته نشد.",
  banned: (p) => p.until ? `حساب شما تا ${p.until} بسته است.` : "حساب شما بسته است.",
  muted: (p) => p.until ? `تا ${p.until} نمی‌توانید بنویسید.` : "فعلاً نمی‌توانید این‌جا بنویسید.",
  registration_closed: () => "فعلاً نمی‌شود این‌جا حساب تازه ساخت. لطفاً از یک مدیر بخواهید.",
  not_found: () => "این‌جا چیزی نیست، یا چیزی نیست که شما ببینید.",
  method_not_allowed: () => "این کار در این نشانی شدنی نیست.",
  request_timeout: () => "درخواست دیر رسید. لطفاً دوباره امتحان کنید.",
  conflict: () => "در این میان کس دیگری این را عوض کرده است. لطفاً دوباره نگاه کنید.",
  last_owner: () => "این فضای کار باید دست‌کم یک مالک داشته باشد.",
  email_taken: () => "با این ایمیل پیش‌تر حسابی ساخته شده است.",
  username_taken: () => "این نام کاربری از آنِ کس دیگری است.",
  payload_too_large: (p) =>
    p.max_mb ? `هر پرونده تا ${n(p.max_mb)} مگابایت می‌تواند باشد.` : "این زیادی بزرگ است.",
  image_too_large: (p) => `هر تصویر، با همهٔ قاب‌هایش، تا ${n(p.max_mp ?? 50)} مگاپیکسل می‌تواند باشد.`,
  quota_exceeded: (p) =>
    p.whose === "server"
      ? "این سرور برای پرونده‌های بیشتر جا ندارد. لطفاً به یک مدیر خبر دهید."
      : `همهٔ پرونده‌های شما روی هم تا ${n(p.max_mb ?? 0)} مگابایت جا دارند. لطفاً اول چند تا را پاک کنید.`,
  unsupported_media_type: () => "این نوع پذیرفته نمی‌شود.",
  file_type_unsupported: (p) =>
    p.real
      ? `نام پرونده با آنچه در آن است (\u2068${p.real}\u2069) نمی‌خواند.`
      : "پروندهٔ این نوع پذیرفته نمی‌شود. عکس با قالب JPEG، PNG، WebP، GIF، HEIC یا AVIF و ویدئو پذیرفته می‌شود.",
  rate_limited: (p) =>
    p.seconds
      ? `کمی تند بود. لطفاً ${wait(p.seconds)} دیگر دوباره امتحان کنید.`
      : "کمی تند بود. لطفاً اندکی صبر کنید.",
  internal: () => "چیزی در سمت ما خراب شد. آنچه پیش‌تر فرستاده‌اید سر جایش است.",
  unavailable: (p) =>
    p.reason === "disk_full"
      ? "دیسک سرور پر است و چیزی نگه داشته نشد. لطفاً بعداً دوباره امتحان کنید."
      : p.reason === "scanner"
      ? "فعلاً نمی‌شود پرونده‌ها را ویروس‌یابی کرد و پرونده‌ای پذیرفته نمی‌شود. لطفاً بعداً دوباره امتحان کنید."
      : "سرور سرش شلوغ است. لطفاً کمی دیگر دوباره امتحان کنید.",
};

function n(value: string | number): string {
  return number("fa", Number(value));
}

function wait(value: string | number): string {
  const seconds = Number(value);
  return seconds < 90 ? `${n(seconds)} ثانیهٔ` : `${n(Math.ceil(seconds / 60))} دقیقهٔ`;
}
