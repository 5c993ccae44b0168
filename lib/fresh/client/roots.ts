/** The part of a DOM parent that Preact uses, limited to the nodes between two comments. */
export type Root = Pick<Element, "childNodes" | "firstChild" | "namespaceURI" | "ownerDocument"> & {
  insertBefore(node: Node, before: Node | null): Node;
};

/** What lies between the comments of one island. */
export interface IslandRoot {
  index: number;
  root: Root;
}

const START = "fresh:";
const END = "/fresh";

/** All islands below an element, in document order. Islands do not nest: an inner one has no comments. */
export function findRoots(within: Node): IslandRoot[] {
  const comments = document.createTreeWalker(within, NodeFilter.SHOW_COMMENT);
  const found: IslandRoot[] = [];
  let start: Comment | null = null;
  for (let node; (node = comments.nextNode() as Comment | null);) {
    if (node.data.startsWith(START)) start = node;
    else if (node.data === END && start) {
      found.push({ index: Number(start.data.slice(START.length)), root: rootBetween(start, node) });
      start = null;
    }
  }
  return found;
}

/** A stand-in for a parent element: Preact hydrates what is there and appends before the end comment. */
function rootBetween(start: Comment, end: Comment): Root {
  const parent = start.parentNode as Element;
  const nodes: ChildNode[] = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) nodes.push(node);
  return {
    childNodes: nodes as unknown as NodeListOf<ChildNode>,
    firstChild: nodes[0] ?? null,
    namespaceURI: parent.namespaceURI,
    ownerDocument: document,
    // The parent is asked for anew, since a script may have moved the whole island meanwhile.
    insertBefore: (node, before) => end.parentNode!.insertBefore(node, before ?? end),
  };
}
