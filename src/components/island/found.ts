/**
 * The element that a page of this site always has. Throws an Error where it has none: then page and
 * script do not belong together.
 */
export function found<E extends Element = HTMLElement>(within: ParentNode, selector: string): E {
  const element = within.querySelector<E>(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
}
