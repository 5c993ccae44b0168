import assert from "node:assert/strict";
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { type Locale, LOCALES } from "@/lib/i18n/mod.ts";
import { pagesText } from "@/lib/i18n/pages/mod.ts";
import type { FoundMessage } from "@/lib/protocol/search.ts";
import { sampleMessage, sampleUser } from "@/tests/support/samples.ts";
import { Avatar } from "./Avatar.tsx";
import { Button, IconButton } from "./Button.tsx";
import { ComposerFrame, ComposerNotice } from "./ComposerFrame.tsx";
import { ConversationRow } from "./ConversationRow.tsx";
import { FailedSign } from "./FailedSign.tsx";
import { Confirm } from "./Dialog.tsx";
import { Doorway, FormError } from "./Doorway.tsx";
import { Field, Select } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { clock3, reply } from "./icons.ts";
import { search } from "./chat_icons.ts";
import { FoundRow } from "./search/FoundRow.tsx";
import { SystemLine } from "./lines.tsx";
import { Logo } from "./Mark.tsx";
import { MemberRow } from "./MemberRow.tsx";
import { Menu } from "./Menu.tsx";
import { MessageRow, type MessageRowProps, type RowMessage } from "./MessageRow.tsx";
import { MessageTools } from "./MessageTools.tsx";
import { OfflineBar } from "./OfflineBar.tsx";
import { DaySeparator, JumpButton, NewLine } from "./Separators.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { MessageSkeleton } from "./States.tsx";
import { Count } from "./Count.tsx";
import { SourceTag } from "./SourceTag.tsx";
import { Tag } from "./Tag.tsx";
import { MessageText } from "./Text.tsx";
import { Toast } from "./Toast.tsx";
import { Toasts } from "./Toasts.tsx";
import { TypingIndicator } from "./TypingIndicator.tsx";

const NOW = Date.parse("2026-11-18T07:00:00Z");
const HOSTILE = `"><img src=x onerror=alert(1)> javascript:alert(1)`;
const nothing = () => {};

const datesOf = (locale: Locale): DateStyle => ({
  locale,
  calendar: locale === "fa" ? "persian" : "gregory",
  timeZone: "Asia/Tehran",
});

const leila = sampleUser({ last_name: "رضایی", role: "admin" });

const message = (more: Partial<RowMessage> = {}): RowMessage => ({
  ...sampleMessage({ sender: leila }),
  ...more,
});

const quote = (more: object = {}): RowMessage["reply_to"] => ({
  id: 5,
  seq: 2,
  sender: { ...leila, username: "arash", first_name: "Arash", last_name: "" },
  content: "What about the glaze?",
  is_deleted: false,
  source: { kind: "app", name: null },
  ...more,
});

function row(locale: Locale, more: Partial<MessageRowProps> = {}): string {
  const props = { t: chatText(locale), dates: datesOf(locale), message: message(), ...more };
  return renderToString(<MessageRow {...props} />);
}

/** One of everything, in one language. */
function everything(locale: Locale): Record<string, ComponentChildren> {
  const t = chatText(locale);
  const pages = pagesText(locale);
  const dates = datesOf(locale);
  const conversation = { t, dates, href: "/chat/1", name: HOSTILE, avatar: { id: 1 }, now: NOW };
  const last = { who: HOSTILE, text: HOSTILE, at: NOW };
  return {
    "Avatar": <Avatar id={1} name={HOSTILE} presence="online" />,
    "Button": <Button icon={search}>{HOSTILE}</Button>,
    "IconButton": <IconButton icon={reply} label={HOSTILE} />,
    "Tag": <Tag>{HOSTILE}</Tag>,
    "Count": <Count locale={locale} value={4} label={t.list.unread(4)} />,
    "Logo": <Logo name={HOSTILE} />,
    "Field": <Field name="email" label="E" type="email" value={HOSTILE} error={HOSTILE} />,
    "Select": <Select name="x" label="L" options={[{ value: HOSTILE, label: HOSTILE }]} value="x" />,
    "ConversationRow": <ConversationRow {...conversation} last={last} unread={3} mentioned muted pinned />,
    "ConversationRow draft": <ConversationRow {...conversation} draft={HOSTILE} />,
    "ConversationRow typing": <ConversationRow {...conversation} typing last={last} />,
    "MemberRow": <MemberRow t={t} person={{ ...leila, first_name: HOSTILE }} presence="away" />,
    "MessageRow": (
      <MessageRow
        t={t}
        dates={dates}
        me="leila"
        message={message({
          content: HOSTILE,
          sender: { ...leila, first_name: HOSTILE },
          reply_to: quote({ content: HOSTILE }),
        })}
        tools={<MessageTools t={t} tools={["like", "react", "reply", "more"]} vote="like" onUse={nothing} />}
      />
    ),
    "ComposerFrame": (
      <ComposerFrame t={t} ready={false}>
        <textarea />
      </ComposerFrame>
    ),
    "ComposerNotice": <ComposerNotice t={t} kind="reply" name={HOSTILE} text={HOSTILE} onCancel={nothing} />,
    "OfflineBar": <OfflineBar t={t} seconds={8} onTry={nothing} />,
    "DaySeparator": <DaySeparator dates={dates} at={NOW} now={NOW} />,
    "NewLine": <NewLine t={t} />,
    "SystemLine": (
      <SystemLine
        t={t}
        me_id={1}
        message={{
          content: "group_renamed",
          params: { name: HOSTILE },
          sender: { ...leila, first_name: HOSTILE },
        }}
      />
    ),
    "JumpButton": <JumpButton locale={locale} t={t} count={2} onJump={nothing} />,
    "TypingIndicator": <TypingIndicator t={t} names={[HOSTILE, "آرش"]} />,
    "EmptyState": <EmptyState title={HOSTILE} text={HOSTILE} />,
    "MessageSkeleton": <MessageSkeleton label={t.room.olderLoading} />,
    "Toasts": (
      <Toasts>
        <Toast onDismiss={nothing} dismissLabel={HOSTILE}>{HOSTILE}</Toast>
      </Toasts>
    ),
    "Confirm": (
      <Confirm
        open={false}
        title={HOSTILE}
        text={HOSTILE}
        confirmLabel="y"
        keepLabel="n"
        onConfirm={nothing}
        onClose={nothing}
      />
    ),
    "Menu": (
      <Menu id="m" label="M" items={[{ label: HOSTILE, onSelect: nothing }, { label: "x", href: "/x" }]} />
    ),
    "Doorway": (
      <Doorway
        t={pages}
        locale={locale}
        theme="dark"
        place={HOSTILE}
        path="/login?next=%2F"
        panel="P"
        title="T"
        lead="L"
      >
        <FormError>{HOSTILE}</FormError>
      </Doorway>
    ),
  };
}

for (const locale of LOCALES) {
  Deno.test(`every component in ${locale}: nothing escapes, nothing is styled in place`, () => {
    for (const [name, node] of Object.entries(everything(locale))) {
      const html = renderToString(<>{node}</>);
      assert.ok(html.length > 0, name);
      assert.doesNotMatch(html, /<img src=x|<[^>]*\sonerror=|<script/, `${name} lets markup through`);
      assert.doesNotMatch(html, /href="javascript:/i, `${name} links to a script`);
      // The content security policy takes no style attribute and no inline handler.
      assert.doesNotMatch(
        html,
        /<[^>]*\sstyle=|\son(click|submit|keydown|input|close)=/i,
        `${name} styles or handles in place`,
      );
      assert.doesNotMatch(html, /undefined|\[object|NaN/, `${name} shows what it does not know`);
    }
  });

  Deno.test(`every component in ${locale}: buttons have names and say what kind they are`, () => {
    let seen = 0;
    for (const [name, node] of Object.entries(everything(locale))) {
      for (const [tag, inner] of tags(renderToString(<>{node}</>), "button")) {
        seen++;
        assert.match(tag, /type="(button|submit)"/, name);
        const words = inner.replace(/<svg.*?<\/svg>/g, "").replace(/<[^>]*>/g, "").trim();
        assert.ok(/aria-label="[^"]/.test(tag) || words !== "", `${name}: ${tag} has no name`);
      }
    }
    assert.ok(seen > 10, `${seen} buttons`);
  });
}

function tags(html: string, name: string): [tag: string, inner: string][] {
  return [...html.matchAll(new RegExp(`(<${name}[ >][^>]*>?)(.*?)</${name}>`, "gs"))].map((
    [, tag, inner],
  ) => [tag!, inner!]);
}

Deno.test("a message finds its own direction, and its author's name is isolated", () => {
  const html = row("en");
  assert.match(html, /<p class="prose[^"]*" dir="auto">سلام<\/p>/);
  // An element with `dir` is isolated as `bdi` is.
  assert.match(html, /<button [^>]*dir="auto">لیلا رضایی<\/button>/);
  assert.match(html, /id="m3"/);
  assert.match(html, /<time[^>]*datetime="2026-11-18T06:56:00.000Z"[^>]*>10:26<\/time>/i);
  assert.match(row("fa"), />۱۰:۲۶<\/time>/);
});

Deno.test("a follow-up has no head, but screen readers hear whose it is", () => {
  const html = row("fa", { follow: true });
  assert.doesNotMatch(html, /<header|class="avatar/);
  assert.match(html, /class="sr-only">لیلا رضایی/);
});

Deno.test("the states of a message say what they are", () => {
  const pending = row("en", { state: "pending", message: message({ id: undefined, seq: undefined }) });
  assert.match(pending, /aria-busy="true"/);
  assert.match(pending, /Sending/);
  assert.doesNotMatch(pending, /id="m|role="alert"/);

  const failed = row("en", {
    state: "failed",
    failure: <FailedSign t={chatText("en")} reason="Too quick." onRetry={nothing} onDiscard={nothing} />,
  });
  assert.match(failed, /role="alert"/);
  assert.match(failed, /Too quick\..*Try again.*Discard/);
  const hopeless = row("en", { state: "failed", failure: <FailedSign t={chatText("en")} /> });
  assert.doesNotMatch(hopeless, /Try again/, "no button without something to do");

  assert.match(row("en", { message: message({ is_edited: true }) }), /edited/);
  assert.doesNotMatch(row("en"), /edited|Sending|Not sent/);
});

Deno.test("of a deleted message nothing is shown but that it was", () => {
  const gone = message({ is_deleted: true, content: "secret", reply_to: quote({ content: "also" }) });
  const html = row("en", { message: gone });
  assert.match(html, /This message was deleted/);
  assert.doesNotMatch(html, /secret|also/);
  assert.match(row("en", { message: gone, own: true }), /You deleted this message/);
});

Deno.test("a quote leads to its message; a deleted one keeps its text to itself", () => {
  const html = row("en", { message: message({ reply_to: quote() }) });
  assert.match(html, /href="\/chat\?m=5"/);
  assert.match(html, /What about the glaze\?/);
  const gone = row("en", {
    message: message({ reply_to: quote({ is_deleted: true, content: "left over" }) }),
  });
  assert.doesNotMatch(gone, /left over/);
  assert.match(gone, /The message was deleted/);
});

Deno.test("whose name a visitor goes by too is told apart: in rows, quotes, above the composer, among what was found", () => {
  const source = { kind: "site" as const, name: "Shop" };
  const mark = /External Source: <\/span><bdi class="clip">Shop<\/bdi>/;
  const t = chatText("en");
  const found: FoundMessage = {
    ...sampleMessage({ sender: leila }),
    matches: [],
    room: { id: 1, kind: "global", name: null, picture: null, participants: [] },
  };
  const drawn = (from: typeof source | { kind: "app"; name: null }) => [
    row("en", { message: message({ source: from }) }),
    row("en", { message: message({ reply_to: quote({ source: from }) }) }),
    renderToString(
      <ComposerNotice
        t={t}
        kind="reply"
        name="Leila"
        mark={<SourceTag t={t} source={from} />}
        text="x"
        onCancel={nothing}
      />,
    ),
    renderToString(<FoundRow t={t} dates={datesOf("en")} now={NOW} found={{ ...found, source: from }} />),
  ];
  for (const html of drawn(source)) assert.match(html, mark);
  for (const html of drawn({ kind: "app", name: null })) assert.doesNotMatch(html, /External Source/);
});

Deno.test("links and mentions are isolated from the paragraph", () => {
  const html = renderToString(<MessageText content="@leila ببین example.com/x را، @arash" me="Leila" />);
  assert.match(html, /<bdi [^>]*class="mention mention-me">@leila<\/bdi>/);
  assert.match(html, /<bdi [^>]*class="mention">@arash<\/bdi>/);
  assert.match(
    html,
    /href="https:\/\/example.com\/x" dir="ltr" target="_blank" rel="noopener noreferrer nofollow ugc"/,
  );
});

Deno.test("a field is tied to its label and to the sentence about it", () => {
  const html = renderToString(
    <Field name="email" label="E-mail" type="email" value="maryam@gmail" error="Not complete." />,
  );
  assert.match(html, /<label for="email"/);
  assert.match(html, /<input[^>]*id="email"[^>]*name="email"/);
  assert.match(html, /aria-invalid="true"/);
  assert.match(html, /aria-describedby="email-note"/);
  assert.match(html, /id="email-note"/);
  assert.match(html, /value="maryam@gmail"/, "what was typed stays");
  assert.match(html, /dir="ltr"/, "addresses run left to right");
  const fine = renderToString(<Field name="name" label="Name" />);
  assert.doesNotMatch(fine, /aria-invalid|aria-describedby/);
  assert.match(fine, /dir="auto"/);
});

Deno.test("only what points or flows is mirrored", () => {
  assert.match(renderToString(<Icon of={reply} />), /icon-flows/);
  assert.doesNotMatch(renderToString(<Icon of={clock3} />), /icon-flows/);
  assert.doesNotMatch(renderToString(<Logo name="x" />), /icon-flows/);
});

Deno.test("people are round, places square; a colour belongs to an id", () => {
  const face = (id: number) => /hue-\d+/.exec(renderToString(<Avatar id={id} name="a" />))?.[0];
  assert.equal(face(7), face(7));
  assert.ok(new Set(Array.from({ length: 200 }, (_, id) => face(id))).size === 12);
  assert.match(renderToString(<Avatar id={1} name="x" shape="place" />), /avatar-place/);
  assert.doesNotMatch(renderToString(<Avatar id={1} name="x" />), /avatar-place/);
  assert.match(renderToString(<Avatar id={1} name="‌آرش" />), />آ</);
});

Deno.test("a count says nothing about nothing, and not too much", () => {
  assert.equal(renderToString(<Count locale="en" value={0} />), "");
  assert.match(renderToString(<Count locale="fa" value={120} />), /۹۹\+/);
});

Deno.test("who is typing is said in a sentence with the names apart", () => {
  const sentence = (locale: Locale, names: string[]) =>
    renderToString(<TypingIndicator t={chatText(locale)} names={names} />).replace(/<[^>]*>/g, "");
  assert.equal(sentence("en", ["Arash", "Leila"]), "Arash and Leila are typing");
  assert.equal(sentence("fa", ["آرش"]), "آرش در حال نوشتن است");
  assert.equal(sentence("en", ["a", "b", "c"]), "Several people are typing");
  assert.equal(sentence("en", []), "");
});

Deno.test("the doorway switches language and theme by plain forms that come back here", () => {
  const t = pagesText("fa");
  const html = renderToString(
    <Doorway
      t={t}
      locale="fa"
      theme="dark"
      place="سفالینه"
      path="/login?next=%2Fx"
      panel="P"
      title="T"
      lead="L"
    />,
  );
  assert.equal(tags(html, "form").length, 2);
  for (const [tag, inner] of tags(html, "form")) {
    assert.match(tag, /method="post" action="\/preferences"/);
    assert.match(inner, /name="return" value="\/login\?next=%2Fx"/);
  }
  assert.match(html, /name="language" value="en" lang="en"/);
  assert.match(html, /value="fa"[^>]*aria-pressed="true"/);
  assert.match(html, /value="dark"[^>]*aria-pressed="true"/);
  assert.doesNotMatch(html, /value="light"[^>]*aria-pressed="true"/);
});
