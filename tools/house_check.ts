/** Finding the imports that the house forbids. */
import { DATABASE_PACKAGES, type Room, roomOf, SERVER_PACKAGES } from "./house.ts";
import { type Import, importsOf } from "./imports.ts";

/** Source text by path from the project's root. */
export type Sources = ReadonlyMap<string, string>;

/** One sentence for each import that breaks a rule, in the order of the files. */
export function complaints(sources: Sources): string[] {
  const imports = new Map([...sources].map(([path, source]) => [path, importsOf(path, source)]));
  const found: string[] = [];
  for (const [path, list] of imports) {
    const room = roomOf(path);
    if (!room) {
      if (isTest(path)) continue;
      found.push(`${path} is in no room of the house: say in tools/house.ts what may be imported there.`);
      continue;
    }
    for (const one of list) {
      const fault = faultOf(path, room, one);
      if (fault) found.push(`${path} imports ${one.specifier}: ${fault}`);
    }
    if (room.name === "islands" || room.name === "client") found.push(...heavy(path, imports));
  }
  return found;
}

function faultOf(
  path: string,
  room: Room,
  { specifier, path: target, typeOnly }: Import,
): string | undefined {
  if (target === undefined) {
    const named = DATABASE_PACKAGES[specifier];
    if (!named || isTest(path) || room.name === "outside" || named.test(path.split("/").at(-1)!)) {
      return undefined;
    }
    return `only a file with ${named.source} in its name may know that database.`;
  }
  const wanted = roomOf(target);
  if (wanted?.name === "fresh" && room.name !== "fresh") {
    return `write "fresh", "fresh/runtime" or "fresh/dev", so that the import map alone decides whose it is.`;
  }
  // A test may set up what it likes; it is in nobody's way.
  if (!wanted || wanted === room || room.may.includes("*") || isTest(path)) return undefined;
  if (room.may.includes(wanted.name)) return undefined;
  if (!room.types?.includes(wanted.name)) {
    return `${room.name} may import ${list(room)}, not ${wanted.name}.`;
  }
  return typeOnly ? undefined : `${room.name} may import only types of ${wanted.name} (import type).`;
}

function isTest(path: string): boolean {
  return /_test\.tsx?$/.test(path) || /\/testing(\/|\.ts$)/.test(path);
}

function list(room: Room): string {
  const rooms = room.may.filter((name) => name !== room.name);
  return rooms.length > 0 ? `${rooms.join(", ")} and itself` : "nothing but itself";
}

/** What would be sent to the browser with this file and must not be, with the way by which it comes. */
function heavy(start: string, imports: ReadonlyMap<string, Import[]>): string[] {
  if (isTest(start)) return [];
  const found: string[] = [];
  const seen = new Set([start]);
  const ways: string[][] = [[start]];
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const { specifier, path, typeOnly } of imports.get(way.at(-1)!) ?? []) {
      if (typeOnly) continue;
      if (path === undefined && SERVER_PACKAGES.test(specifier)) {
        found.push(`${[...way, specifier].join(" → ")}: ${specifier} must never reach the browser.`);
      }
      if (path === undefined || seen.has(path)) continue;
      seen.add(path);
      ways.push([...way, path]);
    }
  }
  return found;
}
