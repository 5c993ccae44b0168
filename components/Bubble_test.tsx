import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { sampleMessage, sampleUser } from "@/tests/support/samples.ts";
import { Bubble, type BubbleProps } from "./Bubble.tsx";
import { FailedSign } from "./FailedSign.tsx";
import type { RowMessage } from "./MessageRow.tsx";
import { type Progress, Ticks } from "./Ticks.tsx";

const HOSTILE = `"><img src=x onerror=alert(1)> javascript:alert(1)`;
const arash = sampleUser({ id: 8, username: "arash", first_name: "Arash" });
const quote: NonNullable<RowMessage["reply_to"]> = {
  ...{ id: 5, seq: 2, sender: arash, content: "What about the glaze?", is_deleted: false },
  source: { kind: "app", name: null },
};

const message = (more: Partial<RowMessage> = {}): RowMessage => ({ ...sampleMessage(), ...more });

function bubble(more: Partial<BubbleProps> & { said?: Partial<RowMessage> } = {}, locale: Locale = "en") {
  const { said, ...props } = more;
  const dates = { locale, calendar: "gregory", timeZone: "Asia/Tehran" } as const;
  return renderToString(
    <Bubble t={chatText(locale)} dates={dates} message={message(said)} me="leila" {...props} />,
  );
}

Deno.test("the time stands within the text, and no word of ours decides its direction", () => {
  const html = bubble({ own: true, said: { is_edited: true } });
  assert.match(
    html,
    /<p class="prose bub-text" dir="auto"><span class="bub-words">سلام<\/span><span class="bub-meta">/,
  );
  assert.match(html, /<bdi>edited<\/bdi>/);
  assert.match(html, /<bdi[^>]*title="Sent"/);
  // What has no letter has no direction: it takes the page's.
  assert.doesNotMatch(bubble({ said: { content: "12:30 👋" } }), /bub-text" dir=/);
});

Deno.test("one's own stands apart, with how far it has come; others' have no ticks", () => {
  assert.match(bubble({ own: true }), /class="[^"]*brow-own/);
  assert.doesNotMatch(bubble(), /brow-own|Sent|Seen/);
  for (const [state, words] of [["pending", "Sending"], ["failed", "Not sent"]] as const) {
    assert.match(bubble({ own: true, state }), new RegExp(`title="${words}"`));
  }
  const t = chatText("fa");
  const ticks = (progress: Progress) => renderToString(<Ticks t={t} progress={progress} />);
  assert.match(ticks("seen"), /tick-seen/);
  assert.doesNotMatch(ticks("sent"), /tick-seen/);
  assert.ok(ticks("sent").includes(t.list.sent) && ticks("seen").includes(t.list.seen));
});

Deno.test("what failed says why, and gives both ways out", () => {
  const html = bubble({
    own: true,
    state: "failed",
    failure: <FailedSign t={chatText("en")} reason="Too fast." onRetry={() => {}} onDiscard={() => {}} />,
  });
  assert.match(html, /role="alert"/);
  assert.match(html, /Too fast\..*Try again.*Discard/s);
});

Deno.test("a bubble that follows another keeps its corner tight", () => {
  assert.match(bubble(), /brow-first/);
  assert.doesNotMatch(bubble({ follow: true }), /brow-first/);
});

Deno.test("one to three emoji alone are large", () => {
  for (const content of ["👋", "❤️🔥👍🏽", "👩‍👩‍👧 🇮🇷", "⛹🏽‍♀️"]) {
    assert.match(bubble({ said: { content } }), /bub-big/, content);
  }
  for (const content of ["👋 hi", "12", "#", "👋👋👋👋", "©2026", ""]) {
    assert.doesNotMatch(bubble({ said: { content } }), /bub-big/, content);
  }
  assert.doesNotMatch(bubble({ said: { content: "👋", reply_to: quote } }), /bub-big/);
});

Deno.test("where the last line turns, the time has a line of its own", () => {
  assert.match(bubble({ said: { content: "متن\nand English" } }), /bub-meta-under/);
  for (const content of ["متن", "متن\nدو", "one\ntwo"]) {
    assert.doesNotMatch(bubble({ said: { content } }), /bub-meta-under/, content);
  }
});

Deno.test("over pictures alone lies the time; with words it stands in them, with files below", () => {
  const media = <i class="test-media" />;
  assert.match(bubble({ media, pictures: true, said: { content: "" } }), /bub-meta-over/);
  const captioned = bubble({ media, pictures: true });
  assert.doesNotMatch(captioned, /bub-meta-over|bub-foot/);
  assert.match(captioned, /bub-text.*bub-meta/s);
  assert.match(bubble({ media, said: { content: "" } }), /bub-foot.*bub-meta/s);
  // While they are on their way, how far they are lies over them.
  assert.doesNotMatch(
    bubble({ media, pictures: true, state: "pending", said: { content: "" } }),
    /meta-over/,
  );
});

Deno.test("of a deleted message nothing is shown but that it was, and a quote of one keeps its text", () => {
  const gone = { is_deleted: true, content: "secret", reply_to: { ...quote, content: "also" } };
  const html = bubble({ said: gone, media: <b>picture</b>, children: <b>pills</b> });
  assert.match(html, /This message was deleted/);
  assert.doesNotMatch(html, /secret|also|picture|pills|10:26/);
  assert.match(bubble({ said: gone, own: true }), /You deleted this message/);
  const left = bubble({ said: { reply_to: { ...quote, is_deleted: true, content: "left over" } } });
  assert.doesNotMatch(left, /left over/);
});

Deno.test("nothing escapes, and the author is named to whoever does not see the side", () => {
  const sender = { ...arash, first_name: HOSTILE };
  const html = bubble({
    said: { content: HOSTILE, sender, reply_to: { ...quote, content: HOSTILE, sender } },
  });
  assert.doesNotMatch(html, /<img src=x|<[^>]*\sonerror=|href="javascript:|<[^>]*\sstyle=/i);
  assert.match(bubble(), /aria-labelledby="m3-said"/);
  assert.match(bubble(), /id="m3-said"[^>]*><span class="sr-only">لیلا<\/span>/);
});

Deno.test("for whom somebody speaks stands beside their name, also where they are quoted", () => {
  const mark = /<span class="bub-mark">Team<\/span>/g;
  const count = (more: Partial<BubbleProps>) =>
    bubble({ authored: true, said: { reply_to: quote }, ...more }).match(mark)?.length ?? 0;
  assert.deepEqual(
    [{}, { mark: "Team" }, { quoteMark: "Team" }, { mark: "Team", quoteMark: "Team" }].map(count),
    [0, 1, 1, 2],
  );
});
