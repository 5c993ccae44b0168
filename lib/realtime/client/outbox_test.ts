import assert from "node:assert/strict";
import { createOutbox } from "./outbox.ts";
import type { Outbox, Outgoing, Shelf } from "./outbox.ts";

const ME = 7;

function outgoing(client_id: string): Outgoing {
  return {
    client_id,
    conversation_id: 1,
    content: `text ${client_id}`,
    reply_to: null,
    created_at: 1,
    refused: null,
  };
}

/** What the tabs of one browser share; each tab is told of what the others change. */
function browser(content = "") {
  let stored: string | null = content || null;
  const tabs: Outbox[] = [];
  function tab(): Outbox {
    const outbox = createOutbox(ME);
    outbox.open({
      getItem: (key) => key === outbox.key ? stored : null,
      setItem(key, value) {
        assert.equal(key, outbox.key);
        const before = stored;
        stored = value;
        for (const other of tabs) if (other !== outbox) other.follow(before, value);
      },
    });
    tabs.push(outbox);
    return outbox;
  }
  return { tab, close: (outbox: Outbox) => void tabs.splice(tabs.indexOf(outbox), 1) };
}

const ids = (outbox: Outbox) => outbox.entries.peek().map(({ client_id }) => client_id);

Deno.test("what was not sent is there on the next visit, in the order written", () => {
  const { tab, close } = browser();
  const first = tab();
  first.add(outgoing("a"));
  first.add(outgoing("b"));
  first.mark("a", "too long");
  close(first);
  const second = tab();
  assert.deepEqual(ids(second), ["a", "b"]);
  assert.deepEqual(second.entries.peek().map(({ refused }) => refused), ["too long", null]);
  second.mark("a", null);
  second.remove("b");
  assert.deepEqual(second.entries.peek(), [outgoing("a")]);
});

Deno.test("a message that another tab writes is that tab's to send", () => {
  const { tab } = browser();
  const one = tab(), other = tab();
  one.add(outgoing("a"));
  assert.deepEqual(ids(other), []);
  other.add(outgoing("b"));
  assert.deepEqual([ids(one), ids(other)], [["a"], ["b"]]);
  // Neither takes the other's off the shelf by writing its own.
  assert.deepEqual(ids(tab()), ["a", "b"]);
});

Deno.test("what one tab sent or gave up is gone in all, and does not come back", () => {
  const { tab } = browser();
  const one = tab();
  one.add(outgoing("a"));
  one.add(outgoing("b"));
  const other = tab();
  assert.deepEqual(ids(other), ["a", "b"]);
  one.remove("a");
  assert.deepEqual(ids(other), ["b"]);
  other.add(outgoing("c"));
  other.mark("b", "refused");
  assert.deepEqual(ids(one), ["b"]);
  assert.deepEqual(ids(tab()), ["b", "c"]);
});

Deno.test("where storage is denied or full, messages are kept in memory and sent all the same", () => {
  const denied: Shelf = {
    getItem() {
      throw new DOMException("denied", "SecurityError");
    },
    setItem() {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  for (const shelf of [denied, null]) {
    const outbox = createOutbox(ME);
    outbox.add(outgoing("before"));
    outbox.open(shelf);
    outbox.add(outgoing("after"));
    assert.deepEqual(ids(outbox), ["before", "after"]);
    outbox.remove("before");
    assert.deepEqual(ids(outbox), ["after"]);
  }
});

Deno.test("what is no message on the shelf is left alone", () => {
  for (
    const text of ["nonsense", "{}", "null", '[1,null,{"client_id":"x"}]', '[{"client_id":5,"content":"x"}]']
  ) {
    assert.deepEqual(ids(browser(text).tab()), [], text);
  }
  const { refused: _refused, reply_to: _reply_to, ...old } = outgoing("old");
  const [entry] = browser(JSON.stringify([old])).tab().entries.peek();
  assert.deepEqual(entry, outgoing("old"), "a message of an earlier version waits, and is not refused");
});

Deno.test("removing what is not there changes nothing", () => {
  const { tab } = browser();
  const one = tab();
  one.add(outgoing("a"));
  const before = one.entries.peek();
  one.remove("unknown");
  assert.equal(one.entries.peek(), before);
});
