import { isValidElement } from "preact";
import { Signal } from "@preact/signals";
import { DevalueError, stringify } from "devalue";
import type { IslandUse } from "./islands.ts";

const reducers = {
  /** A signal travels as its value; one object, so the browser makes one signal of it for all islands. */
  Signal: (value: unknown) => value instanceof Signal && isWritable(value) ? [value.peek()] : undefined,
  Computed: (value: unknown) => value instanceof Signal && !isWritable(value) ? [value.peek()] : undefined,
  JSX: (value: unknown) => {
    if (isValidElement(value)) throw new TypeError("JSX cannot be passed to an island");
  },
};

/**
 * The text of the page's island list: `{"islands": [[script, export], …], "props": …}`. Safe inside a
 * script element: nothing in it can close the element.
 * @param scripts addresses of the islands' scripts, in the order of the uses
 * @throws {TypeError} naming the island and the place when props cannot travel
 */
export function serializeIslands(uses: IslandUse[], scripts: string[]): string {
  const islands = uses.map(({ island }, i) => [scripts[i], island.exportName]);
  return `{"islands":${escape(JSON.stringify(islands))},"props":${escape(serializeProps(uses))}}`;
}

function serializeProps(uses: IslandUse[]): string {
  try {
    return stringify(uses.map(({ props }) => props), reducers);
  } catch (error) {
    if (!(error instanceof DevalueError)) throw error;
    const index = Number(/^\[(\d+)\]/.exec(error.path ?? "")?.[1]);
    const file = uses[index]?.island.file ?? "an island";
    throw new TypeError(`Props of ${file}: ${error.message} at ${error.path}`, { cause: error });
  }
}

/** Within JSON text a "<" stands only in strings, where its escape means the same. */
function escape(json: string): string {
  return json.includes("<") ? json.replaceAll("<", "\\u003c") : json;
}

function isWritable(signal: Signal): boolean {
  return Object.getPrototypeOf(signal) === Signal.prototype;
}
