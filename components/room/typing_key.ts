/** Keys that write something, so that one may simply begin to type. */
export function isTyping({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return (key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey) || isComposing;
}
