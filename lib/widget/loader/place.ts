/** Where a page wants the chat drawn; without it, it floats. */
const CONTAINER = "chat-container";
/** Of a container that has no height by itself, in pixels. */
const HEIGHT = 480;
/** A container at least so high, in pixels, is meant to be filled. */
const FILLED = 200;
/** Putting it back is stopped for a second after so many times: a page that always throws it out has its way. */
const PATIENCE = 20;

/** Inline declarations that are important are beaten by no stylesheet of the page. */
const FLOATING =
  "all:initial!important;display:block!important;position:fixed!important;z-index:2147483000!important";
const INLINE = "all:initial!important;display:grid!important;height:100%!important";

/**
 * Keeps an element in the page, in a container as soon as the parser comes to it, so that nothing is moved
 * that is seen already. Single-page apps take containers away and put others in their place.
 * @param moved called after each change, with whether it stands in a container
 * @returns what lets it float; until then only a container's room is kept free
 */
export function keepPlace(
  host: HTMLElement,
  moved: (inline: boolean) => void,
  stop: AbortSignal,
): () => void {
  let floats = false;
  let times = 0;

  function settle(): void {
    const container = document.getElementById(CONTAINER);
    const parent = container ?? (floats ? document.documentElement : null);
    if (!parent || host.parentNode === parent || times > PATIENCE) return;
    times++;
    setTimeout(() => times--, 1000);
    host.style.cssText = container ? INLINE : FLOATING;
    // Beside the body, which some apps exchange as a whole.
    parent.append(host);
    if (container) fill(container);
    moved(container !== null);
  }

  function fill(container: HTMLElement): void {
    if (host.offsetHeight) return;
    const { paddingTop, paddingBottom } = getComputedStyle(container);
    const room = container.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
    host.style.setProperty("min-height", `${room > FILLED ? room : HEIGHT}px`, "important");
  }

  const observer = new MutationObserver(settle);
  observer.observe(document, { childList: true, subtree: true });
  stop.addEventListener("abort", () => observer.disconnect());
  settle();
  return () => {
    floats = true;
    settle();
  };
}
