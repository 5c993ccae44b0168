import { isValidElement } from "preact";
import { Signal } from "@preact/signals";
import { type DevalueError, stringify } from "devalue";
import type { IslandUse } from "./islands.ts";

const reducers = {
  /** A signal travels as its value; one object, so the browser makes one signal of it for all islands. */
  Signal: (value: unknown) => value instanceof Signal && isWritable(value) ? [value.peek()] : undefined,
  Computed: (value: unknown) => value instanceof Signal && !isWritable(value) ? [value.peek()] : undefined,
  JSX: (value: unknown) => {
    if (isValidElement(value)) throw new TypeError("JSX cannot be passed to an island");
  },
};

/** How the props of a page's islands lie in its data script. */
export interface IslandPayload {
  islands: [script: string, exportName: string][];
  /** Props that JSON can hold, by position; null where they need more. */
  plain: (Record<string, unknown> | null)[];
  /** The others, in devalue's form: one list, so that what they share stays shared. */
  rich: unknown[] | null;
}

/**
 * The islands of a page as text of a data script. Nothing in it can close the element.
 * @param scripts addresses of the islands' scripts, in the order of the uses
 * @throws {TypeError} naming the island and the place when props cannot travel
 */
export function serializeIslands(uses: IslandUse[], scripts: string[]): string {
  const islands = uses.map(({ island }, i) => [scripts[i], island.exportName]);
  const isPlain = findPlain(uses.map(({ props }) => props));
  const plain = uses.map(({ props }, i) => isPlain[i] ? props : null);
  const rich = uses.filter((_, i) => !isPlain[i]);
  const head = JSON.stringify({ islands, plain }).slice(0, -1);
  return escape(`${head},"rich":${rich.length > 0 ? serializeRich(rich) : null}}`);
}

function serializeRich(uses: IslandUse[]): string {
  try {
    return stringify(uses.map(({ props }) => props), reducers);
  } catch (error) {
    throw blame(uses, error);
  }
}

/** The same error with the name of the island whose props caused it. */
function blame(uses: IslandUse[], error: unknown): unknown {
  for (const { island, props } of uses) {
    try {
      stringify(props, reducers);
    } catch (own) {
      const { message, path } = own as Partial<DevalueError>;
      return new TypeError(`Props of ${island.file}: ${message}${path ? ` at ${path}` : ""}`, {
        cause: error,
      });
    }
  }
  return error;
}

/**
 * Which props JSON holds as they are. It is five times as fast as devalue's form, and most props are
 * plain. An object met twice makes all that hold it rich, since JSON would make two of it.
 */
function findPlain(list: Record<string, unknown>[]): boolean[] {
  const isPlain = list.map(() => true);
  const owners = new Map<object, number>();
  const visit = (value: unknown, owner: number): boolean => {
    switch (typeof value) {
      case "string":
      case "boolean":
        return true;
      case "number":
        return Number.isFinite(value) && !Object.is(value, -0);
      case "object":
        break;
      default:
        return false;
    }
    if (value === null) return true;
    const other = owners.get(value);
    if (other !== undefined) return isPlain[other] = false;
    owners.set(value, owner);
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) if (!visit(value[i], owner)) return false;
      return true;
    }
    if (Object.getPrototypeOf(value) !== Object.prototype || "toJSON" in value) return false;
    if (isValidElement(value) || Object.hasOwn(value, "__proto__")) return false;
    for (const key in value) if (!visit((value as Record<string, unknown>)[key], owner)) return false;
    return true;
  };
  for (const [owner, props] of list.entries()) {
    // A prop that is undefined is a prop that is missing, as far as a component can tell.
    for (const value of Object.values(props)) {
      if (value !== undefined && !visit(value, owner)) isPlain[owner] = false;
    }
  }
  return isPlain;
}

/** Within JSON text a "<" stands only in strings, where its escape means the same. */
function escape(json: string): string {
  return json.includes("<") ? json.replaceAll("<", "\\u003c") : json;
}

function isWritable(signal: Signal): boolean {
  return Object.getPrototypeOf(signal) === Signal.prototype;
}
