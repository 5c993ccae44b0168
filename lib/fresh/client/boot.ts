/**
 * The one script a page with islands starts with: reads which islands are used and their props, fetches
 * their modules and hydrates them in place. External and static, so that a page needs no inline script.
 */
import { computed, signal } from "@preact/signals";
import { type ComponentType, type ContainerNode, h, hydrate, type VNode } from "preact";
import type { IslandPayload } from "../props.ts";
import { findRoots, type Root } from "./roots.ts";

type Props = Record<string, unknown>;

async function boot(element: HTMLElement): Promise<void> {
  const { islands, plain, rich } = JSON.parse(element.textContent!) as IslandPayload;
  const rest = rich === null ? [] : await revive(rich);
  const props = plain.map((props) => props ?? rest.shift()!);
  const starts = findRoots(document.body).map(({ index, root }) => {
    const [script, exportName] = islands[index]!;
    return start(index, root, script, exportName, props[index]!).catch(reportError);
  });
  await Promise.all(starts);
  // For those who measure when a page can be used, and for those who wait for it.
  performance.mark("fresh:hydrated");
}

/** Most props are plain: devalue is fetched where some are not. */
async function revive(rich: NonNullable<IslandPayload["rich"]>): Promise<Props[]> {
  const { unflatten } = await import("devalue");
  return unflatten(rich, {
    Signal: ([value]: [unknown]) => signal(value),
    Computed: ([value]: [unknown]) => computed(() => value),
  }) as Props[];
}

async function start(index: number, root: Root, script: string, exportName: string, props: Props) {
  const module = await import(script) as Record<string, ComponentType<Props>>;
  const node = h(module[exportName]!, props) as VNode & { __m?: [number, number] };
  // The hook counter the server used for this island, so that useId gives the same ids.
  node.__m = [index + 1, 0];
  hydrate(node, root as unknown as ContainerNode);
}

const element = document.getElementById("fresh-islands");
if (element) boot(element).catch(reportError);
