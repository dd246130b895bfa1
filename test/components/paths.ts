/**
 * The points of path data as `chart.ts` writes it: an absolute first move, then relative ones; `h0`
 * makes a dot.
 */
export function pointsOf(d: string): [x: number, y: number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of d.matchAll(/([Mml])([^Mmlh]*)/g)) {
    const [dx, dy] = rest!.match(/-?(\d+\.?\d*|\.\d+)/g)!.map(Number) as [number, number];
    [x, y] = command === 'M' ? [dx, dy] : [x + dx, y + dy];
    points.push([x, y]);
  }
  return points;
}

/** The path data of a drawing’s only path in that colour that is so drawn. */
export function pathIn(svg: SVGSVGElement, selector: string): string {
  const found = svg.querySelectorAll(`path${selector}`);
  if (found.length !== 1) throw new Error(`${found.length} paths ${selector}`);
  return found[0]!.getAttribute('d')!;
}
