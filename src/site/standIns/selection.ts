/*
 * In the place of d3-selection in the browser: what Plot does with it for the marks that this site
 * draws, which is to make elements within elements and to set their attributes from data. For
 * leaveOut.ts.
 */

type Given<T> = T | ((this: Element, datum: unknown, i: number, nodes: readonly Element[]) => T);
type Make = (this: Element) => Element;

export const namespaces = { svg: 'http://www.w3.org/2000/svg' };

/** Makes an SVG element in the document of `this`; a name may begin with "svg:". */
export const creator = (name: string): Make =>
  function () {
    return this.ownerDocument.createElementNS(namespaces.svg, name.replace('svg:', ''));
  };

/** Elements, each with a datum; before `append`, the places where they will be. */
class Selection {
  readonly nodes: Element[];
  readonly found: readonly unknown[];

  constructor(nodes: Element[], found: readonly unknown[]) {
    this.nodes = nodes;
    this.found = found;
  }

  /** Of what was just made nothing is there yet: all that it can have is still to be appended. */
  selectAll = () => this;
  enter = () => this;
  node = () => this.nodes[0];
  datum = (datum: unknown) => new Selection(this.nodes, [datum]);

  data = (data: Iterable<unknown>) => {
    const found = [...data];
    return new Selection(
      found.flatMap(() => this.nodes.slice(0, 1)),
      found,
    );
  };

  append = (what: string | Make) => {
    const make = typeof what === 'string' ? creator(what) : what;
    return new Selection(
      this.nodes.map((node) => node.appendChild(make.call(node))),
      this.found,
    );
  };

  each = (act: (this: Element, datum: unknown, i: number, nodes: readonly Element[]) => void) => {
    this.nodes.forEach((node, i) => act.call(node, this.found[i], i, this.nodes));
    return this;
  };

  call = <Rest extends unknown[]>(
    act: (selection: Selection, ...rest: Rest) => void,
    ...rest: Rest
  ) => {
    act(this, ...rest);
    return this;
  };

  attr = (name: string, value: Given<unknown>) =>
    this.each(function (datum, i, nodes) {
      const set =
        typeof value === 'function' ? (value.call(this, datum, i, nodes) as unknown) : value;
      if (set === null || set === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(set));
    });

  text = (value: Given<string>) =>
    this.each(function (datum, i, nodes) {
      this.textContent = typeof value === 'function' ? value.call(this, datum, i, nodes) : value;
    });
}

export const select = (node: Element) => new Selection([node], [undefined]);
