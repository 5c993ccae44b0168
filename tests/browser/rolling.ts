/** A long list of people, of which only those in view and near it are drawn. */
import type { Locator } from "playwright-core";
import { PATIENCE } from "./room.ts";

/** What one saw of it on the way down. */
export interface Rolled {
  /** Names in the order in which they were first drawn, each once. */
  readonly names: string[];
  /** How many rows were drawn at the same time, at most. */
  readonly drawn: number;
}

/** Rolls a list down from where it stands, no faster than it is drawn, until so many names were seen or patience ends. */
export function rollDown(list: Locator, wanted: number): Promise<Rolled> {
  return list.evaluate(async (scroller, { wanted, patience }) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const names = new Set<string>();
    let drawn = 0;
    for (const end = performance.now() + patience; performance.now() < end;) {
      drawn = Math.max(drawn, scroller.querySelectorAll("li").length);
      for (const name of scroller.querySelectorAll("li [dir=auto].clip")) names.add(name.textContent!);
      if (names.size >= wanted) break;
      scroller.scrollTop += 500;
      // One in which it is told of that, one in which it is drawn.
      for (let n = 0; n < 2; n++) await frame();
    }
    return { names: [...names], drawn };
  }, { wanted, patience: 2 * PATIENCE });
}
