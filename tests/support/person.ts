/** One person at a browser of their own: cookies, language, theme, screen, and an ear for complaints. */
import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { axe, type Violation } from "./axe.ts";

export interface PersonOptions {
  /** Named in failures. */
  readonly name?: string;
  /** Paths given to `page.goto` start here. */
  readonly baseURL?: string;
  /** The browser's language. Default: Persian. */
  readonly locale?: "fa" | "en";
  readonly theme?: "light" | "dark";
  /** Default: desktop, 1280×800. `phone` is 390×844 with touch. */
  readonly viewport?: "desktop" | "phone" | { readonly width: number; readonly height: number };
  readonly reducedMotion?: boolean;
  /** true lets pages have a service worker: it stands between them and what tests make of their requests. */
  readonly serviceWorker?: boolean;
  /** false shows what is readable without scripts. */
  readonly javaScript?: boolean;
  /** Complaints that the test brings about itself, such as the 401 of a wrong password. */
  readonly allow?: readonly RegExp[];
}

export interface Person {
  readonly name: string;
  readonly context: BrowserContext;
  /** Their first tab; further tabs of the context are listened to as well. */
  readonly page: Page;
  /** From now on, and for what was already said, complaints that match are no problem. */
  allow(pattern: RegExp): void;
  /** What the browser complained about and nobody expected. */
  problems(): string[];
  /** @throws AssertionError listing the problems, if there are any */
  assertNoProblems(): void;
  /** What axe-core finds on the page as it stands. */
  axe(): Promise<Violation[]>;
}

const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

export async function newPerson(browser: Browser, options: PersonOptions = {}): Promise<Person> {
  const { viewport = "desktop", locale = "fa", name = "someone" } = options;
  const phone = viewport === "phone";
  const context = await browser.newContext({
    ...(options.baseURL === undefined ? {} : { baseURL: options.baseURL }),
    locale: locale === "fa" ? "fa-IR" : "en-GB",
    timezoneId: "Asia/Tehran",
    colorScheme: options.theme ?? "light",
    reducedMotion: options.reducedMotion ? "reduce" : "no-preference",
    serviceWorkers: options.serviceWorker ? "allow" : "block",
    javaScriptEnabled: options.javaScript ?? true,
    viewport: typeof viewport === "string" ? SCREENS[viewport] : viewport,
    ...(phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  const heard = await listen(context);
  const allowed = [...options.allow ?? []];
  const page = await context.newPage();
  const problems = () => heard.filter((line) => !allowed.some((pattern) => pattern.test(line)));
  return {
    name,
    context,
    page,
    allow: (pattern) => void allowed.push(pattern),
    problems,
    assertNoProblems: () => assert.deepEqual(problems(), [], `${name}'s browser complained`),
    axe: () => axe(page),
  };
}

/** Collects what every page and frame of a context complains about, from its very first script on. */
async function listen(context: BrowserContext): Promise<string[]> {
  const heard: string[] = [];
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url, lineNumber } = message.location();
    heard.push(`console: ${message.text()} (${url}:${lineNumber})`);
  });
  context.on("weberror", (told) => {
    const { name, message, stack } = told.error();
    heard.push(`uncaught: ${stack || message || name}`);
  });
  await context.exposeBinding("__violation", ({ frame }, told: string) => {
    heard.push(`policy: ${told} (${frame.url()})`);
  });
  // The console tells of most violations, but says nothing where a policy is only reported.
  await context.addInitScript(() => {
    const tell = (globalThis as unknown as { __violation(told: string): void }).__violation;
    document.addEventListener("securitypolicyviolation", (event) => {
      tell(`${event.effectiveDirective} blocked ${event.blockedURI || "inline"}`);
    });
  });
  return heard;
}
