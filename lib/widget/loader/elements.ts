const SVG = "http://www.w3.org/2000/svg";

/**
 * Elements without markup: a page whose policy asks for Trusted Types lets no text become HTML.
 * @param attributes as in HTML; never `style`, which strict policies refuse
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Node[]
): HTMLElementTagNameMap[Tag] {
  return dress(document.createElement(tag), attributes, children);
}

/** An icon drawn as one line on 24×24. */
export function makeIcon(d: string): SVGElement {
  const line = dress(document.createElementNS(SVG, "path"), { d });
  return dress(document.createElementNS(SVG, "svg"), { viewBox: "0 0 24 24", "aria-hidden": "true" }, [line]);
}

function dress<E extends Element>(
  element: E,
  attributes: Readonly<Record<string, string>>,
  children: readonly Node[] = [],
): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
