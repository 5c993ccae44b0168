/** Accessibility faults that a machine can see, found by axe-core in the open page. */
import axeCore from "axe-core";
import type { Frame, Page } from "playwright-core";

/** One broken rule, short enough to be read in a failed assertion. */
export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  /** Selectors of the elements that break it, with what is wrong there. */
  readonly nodes: string[];
}

interface AxeRun {
  run(context: unknown, options: unknown): Promise<{
    violations: { id: string; impact?: string | null; help: string; nodes: AxeNode[] }[];
  }>;
}

interface AxeNode {
  target: unknown[];
  failureSummary?: string;
}

/**
 * Runs axe-core (WCAG 2.2 AA and best practices) in the page's main frame, or in another frame of it.
 *
 * The script comes in through the debugging protocol, which the page's Content-Security-Policy does not
 * bind: the policy stays as it is in production.
 */
export async function axe(page: Page | Frame): Promise<Violation[]> {
  await page.evaluate(`${axeCore.source};void 0`);
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: AxeRun };
    // Nothing is to be fetched again for the check: a fetch may itself break the policy.
    return await axe.run(document, { resultTypes: ["violations"], preload: false });
  });
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? "unknown",
    help,
    nodes: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  }));
}
