import type { BuildOptions, OutputFile, Plugin } from "esbuild";
import { basename } from "node:path";
import { contentHash } from "./files.ts";

/** A script as the bundler made it. */
export interface Piece {
  /** Name of its file; all lie in one folder. */
  readonly name: string;
  readonly text: string;
  readonly exports: readonly string[];
  /** Names of the files it imports at once. */
  readonly imports: readonly string[];
  /** Names of the files it may import later. */
  readonly demands: readonly string[];
  /** What a page asks for it as; undefined for a chunk. */
  readonly root: string | undefined;
}

export interface Merged {
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
  /** Name of the file in which a piece lies now. */
  readonly nameOf: (piece: string) => string;
}

/**
 * Puts chunks together that are always loaded together. The bundler makes a chunk for each combination of
 * scripts that share a module, those among them that are loaded on demand: the more of these there are, the more
 * pieces a page's first scripts fall into, and small pieces compress badly.
 *
 * Pieces are told apart by the roots that load them at once: what all of the same roots load is one file. Nothing
 * is loaded by a page that it did not load before.
 *
 * @param options of the build that made the pieces: target, minification and charset
 */
export async function mergeChunks(pieces: readonly Piece[], options: BuildOptions): Promise<Merged> {
  const { build } = await import("esbuild");
  const byName = new Map(pieces.map((piece) => [piece.name, piece]));
  const { groups, layout } = groupsOf(pieces, byName);
  const groupsByPiece = new Map(
    groups.flatMap((group) => group.chunks.map(({ name }) => [name, group] as const)),
  );
  const nameOf = (piece: string): string =>
    groupsByPiece.get(piece)?.name ?? piece.replace(/-[^-]+\.js$/, `-${contentHash(piece + layout)}.js`);

  /** One file anew, with what it imports under the names it has now. */
  async function make(text: string, own: Group | undefined): Promise<OutputFile> {
    const { target, minify, charset } = options;
    const result = await build({
      stdin: { contents: text, resolveDir: "/", sourcefile: "piece.js" },
      bundle: true,
      write: false,
      format: "esm",
      target,
      minify,
      charset,
      legalComments: "none",
      logLevel: "silent",
      plugins: [renaming(own, own?.chunks.map(({ text }) => text).join("\n") ?? text)],
    });
    return result.outputFiles[0]!;
  }

  function renaming(own: Group | undefined, text: string): Plugin {
    return {
      name: "renaming",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^\.\// }, ({ path, kind, namespace }) => {
          const piece = basename(path);
          const group = groupsByPiece.get(piece);
          if (kind === "dynamic-import" || !group || namespace === "window") {
            return { path: namespace === "window" ? path : `./${nameOf(piece)}`, external: true };
          }
          return { path: piece, namespace: group === own ? "inside" : "window" };
        });
        onLoad({ filter: /./, namespace: "inside" }, ({ path }) => ({ contents: byName.get(path)!.text }));
        // What another file exports under names of its own, under those that the piece had.
        onLoad({ filter: /./, namespace: "window" }, ({ path }) => {
          const { name, aliases } = groupsByPiece.get(path)!;
          const list = [...importedFrom(path, text)].map((one) =>
            `${aliases.get(`${path} ${one}`)} as ${one}`
          );
          return { contents: `export { ${list.join(", ")} } from "./${name}";` };
        });
      },
    };
  }

  const files = await Promise.all([
    ...groups.map(async (group) => ({
      name: group.name,
      content: (await make(whole(group), group)).contents,
    })),
    ...pieces.filter(({ name }) => !groupsByPiece.has(name)).map(async ({ name, text }) => ({
      name: nameOf(name),
      content: (await make(text, undefined)).contents,
    })),
  ]);
  return { files, nameOf };
}

/** Chunks that become one file. */
interface Group {
  readonly name: string;
  readonly chunks: readonly Piece[];
  /** What is exported as what, by the name of its chunk and its name there. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * The groups, and what stands for how all is put together. What refers to a file holds its name: where files are
 * put together otherwise, all of them get other names, or one would be kept by a browser that refers to what is gone.
 */
function groupsOf(
  pieces: readonly Piece[],
  byName: ReadonlyMap<string, Piece>,
): { groups: Group[]; layout: string } {
  const roots = new Map<string, string[]>();
  const later = new Map<string, Set<string>>();
  for (const piece of pieces) {
    if (piece.root === undefined) continue;
    for (const name of loadedWith(piece, byName)) {
      if (byName.get(name)!.root === undefined) roots.set(name, [...roots.get(name) ?? [], piece.root]);
    }
    for (const name of reachedFrom(piece, byName)) {
      later.set(name, (later.get(name) ?? new Set()).add(piece.root));
    }
  }
  const together = Map.groupBy(roots, ([name, of]) => {
    const at_once = [...new Set(of)].sort();
    // What another page may want later is no part of this one's own script: it would fetch all of that.
    const is_lent = at_once.length === 1 && later.get(name)!.size > 1;
    return at_once.join("\n") + (is_lent ? "\nlent" : "");
  });
  const lists = [...together].map(([of, names]) => {
    const chunks = names.map(([name]) => byName.get(name)!).sort((a, b) => a.name < b.name ? -1 : 1);
    // What only one script loads at once becomes part of it.
    const asked = pieces.filter(({ root }) => root === of);
    return asked.length === 1 ? [...chunks, asked[0]!] : chunks;
  }).filter((chunks) => chunks.length > 1).sort((a, b) => a[0]!.name < b[0]!.name ? -1 : 1);
  const layout = contentHash(JSON.stringify(lists.map((chunks) => chunks.map(({ name }) => name))));
  return { groups: lists.map((chunks) => groupOf(chunks, layout)), layout };
}

function groupOf(chunks: readonly Piece[], layout: string): Group {
  const root = chunks.find(({ root }) => root !== undefined);
  const exported = chunks.flatMap((piece) => piece.exports.map((one) => ({ piece, one })));
  // A page asks for what its script exports by the names it has there.
  const aliases = exported.map(({ piece, one }, index) =>
    [`${piece.name} ${one}`, piece === root ? one : `x${index.toString(36)}`] as const
  );
  const hash = contentHash(JSON.stringify([chunks.map(({ name }) => name), layout]));
  const name = root ? root.name.replace(/-[^-]+$/, "") : "shared";
  return { name: `${name}-${hash}.js`, chunks, aliases: new Map(aliases) };
}

/** A file that is all of its chunks, each name exported once. */
function whole({ chunks, aliases }: Group): string {
  return chunks.map(({ name, exports }) => {
    const list = exports.map((one) => `${one} as ${aliases.get(`${name} ${one}`)}`);
    return `import "./${name}";\nexport { ${list.join(", ")} } from "./${name}";`;
  }).join("\n");
}

/** What a script as the bundler writes it imports from a file: the bundler keeps names that are imported for nothing. */
function importedFrom(name: string, text: string): Set<string> {
  const imports = text.matchAll(/import\s*\{([^}]*)\}\s*from\s*"\.\/([^"]+)"/g);
  return new Set(
    [...imports].flatMap(([, list, file]) =>
      file === name ? list!.split(",").map((each) => each.trim().split(/\s+as\s+/)[0]!).filter(Boolean) : []
    ),
  );
}

/** Names of all that a script may ever load, at once or later, itself left out. */
function reachedFrom(
  piece: Piece,
  byName: ReadonlyMap<string, Piece>,
  seen = new Set<string>(),
): Set<string> {
  for (const name of [...piece.imports, ...piece.demands]) {
    if (seen.has(name) || !byName.has(name)) continue;
    seen.add(name);
    reachedFrom(byName.get(name)!, byName, seen);
  }
  return seen;
}

/** Names of all that comes with a script at once, itself left out. */
function loadedWith(piece: Piece, byName: ReadonlyMap<string, Piece>, seen = new Set<string>()): Set<string> {
  for (const name of piece.imports) {
    if (seen.has(name)) continue;
    seen.add(name);
    loadedWith(byName.get(name)!, byName, seen);
  }
  return seen;
}
